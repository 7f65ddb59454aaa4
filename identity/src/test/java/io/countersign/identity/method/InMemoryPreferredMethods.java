package io.countersign.identity.method;

import io.countersign.challenge.Method;
import io.countersign.identity.account.AccountId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

final class InMemoryPreferredMethods implements PreferredMethods {

    private final Map<AccountId, Method> preferred = new ConcurrentHashMap<>();

    @Override
    public Optional<Method> of(AccountId account) {
        return Optional.ofNullable(preferred.get(account));
    }

    @Override
    public void prefer(AccountId account, @Nullable Method method) {
        preferred.compute(account, (_, _) -> method);
    }
}
