package io.countersign.gateway.session;

import java.util.UUID;

/** Knows who has to have a second factor. */
@FunctionalInterface
public interface SecondFactorDuty {

    /** Whether the account has to have one and has none. */
    boolean unmet(UUID account);
}
