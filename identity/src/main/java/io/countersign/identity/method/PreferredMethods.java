package io.countersign.identity.method;

import io.countersign.challenge.Method;
import io.countersign.identity.account.AccountId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps which method people want to be asked for first. */
public interface PreferredMethods {

    /** Empty for people who leave it to us. */
    Optional<Method> of(AccountId account);

    /**
     * Keeps it.
     *
     * @param method null to leave it to us
     */
    void prefer(AccountId account, @Nullable Method method);
}
