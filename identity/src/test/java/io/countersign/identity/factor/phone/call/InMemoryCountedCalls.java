package io.countersign.identity.factor.phone.call;

import io.countersign.identity.account.AccountId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

final class InMemoryCountedCalls implements CountedCalls {

    private final Map<AccountId, Integer> wrong = new ConcurrentHashMap<>();

    @Override
    public int add(AccountId account) {
        return wrong.merge(account, 1, Integer::sum);
    }

    @Override
    public void forget(AccountId account) {
        wrong.remove(account);
    }
}
