package io.countersign.challenge.store;

import io.countersign.test.Patience;
import org.junit.jupiter.api.Timeout;

/** All that a store promises. */
@Timeout(Patience.TEST_SECONDS)
abstract class StoreContract
        implements ChallengesContract, LimitsContract, DeliveriesContract, ChangesContract {}
