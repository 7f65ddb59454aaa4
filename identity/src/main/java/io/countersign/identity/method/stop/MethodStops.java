package io.countersign.identity.method.stop;

import io.countersign.challenge.Method;
import io.countersign.identity.account.AccountId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Methods that an account has factors for but must not use, for a while or until switched on again.
 */
public interface MethodStops {

    /** Why a method is stopped. */
    enum Reason {
        /** Its owner switched it off. */
        OWNER,
        /** Too many wrong codes. */
        WRONG_CODES,
        /** The person said that a sign-in was not theirs; lasts for a while. */
        NOT_ME
    }

    /** Whether it is stopped for any reason. */
    boolean stopped(AccountId account, Method method);

    /** Whether it is stopped for this reason. */
    boolean stopped(AccountId account, Method method, Reason reason);

    /** Until when it is stopped for this reason; empty if it is not, or is for good. */
    Optional<Instant> until(AccountId account, Method method, Reason reason);

    /**
     * Stops it.
     *
     * @param until null to stop it until it is started again
     */
    void stop(AccountId account, Method method, Reason reason, @Nullable Instant until);

    /** Lets it be used again if it was stopped for this reason; returns whether it was. */
    boolean start(AccountId account, Method method, Reason reason);
}
