package io.countersign.challenge.store;

import org.junit.jupiter.api.Timeout;

/** All that a store promises. */
@Timeout(30)
abstract class StoreContract
        implements ChallengesContract, LimitsContract, DeliveriesContract, ChangesContract {}
