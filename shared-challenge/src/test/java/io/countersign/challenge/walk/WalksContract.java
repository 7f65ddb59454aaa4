package io.countersign.challenge.walk;

import io.countersign.test.Patience;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever happens and in any order, a store does what the models say. */
@Timeout(Patience.TEST_SECONDS)
abstract class WalksContract implements World {

    abstract int walks();

    @Test
    void a_challenge_behaves_as_its_model() {
        Walks.walk(walks(), random -> new ChallengeWalk(this, random).walk());
    }

    @Test
    void a_delivery_behaves_as_its_model() {
        Walks.walk(walks(), random -> new DeliveryWalk(this, random).walk());
    }

    @Test
    void whatever_workers_do_at_once_a_provider_accepts_a_delivery_once() {
        Walks.walk(walks() / 4, random -> new WorkersAtOnce(this, random).work());
    }
}
