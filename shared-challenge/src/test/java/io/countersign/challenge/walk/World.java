package io.countersign.challenge.walk;

import io.countersign.challenge.store.StoreUnderTest;
import java.time.Duration;
import java.util.Random;

/** A store and the time in it. */
interface World extends StoreUnderTest {

    /** Returns when so much time has gone by. */
    void pass(Duration time);

    /** What takes a second elsewhere. */
    Duration second();

    default Duration seconds(int seconds) {
        return second().multipliedBy(seconds);
    }

    /** Up to so many seconds. */
    default void passSome(Random random, int seconds) {
        pass(second().multipliedBy(1 + random.nextInt(seconds)));
    }
}
