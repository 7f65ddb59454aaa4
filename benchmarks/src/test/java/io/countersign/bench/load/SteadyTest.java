package io.countersign.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.bench.load.Steady.Warm;
import java.util.Arrays;
import java.util.Iterator;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;

class SteadyTest {

    private final Steady steady = new Steady(8);

    @Test
    void stopsAfterTwoWindowsInARowThatAreNoBetter() {
        assertThat(steady.warm(rates(10, 20, 30, 30.5, 30))).isEqualTo(new Warm(5, true, 30.5));
    }

    @Test
    void oneBadWindowIsNotTakenForTheEnd() {
        assertThat(steady.warm(rates(10, 9, 20, 30, 29, 30))).isEqualTo(new Warm(6, true, 30));
    }

    @Test
    void aSlowRiseIsARise() {
        assertThat(steady.warm(rates(100, 104, 109, 114, 119, 124, 129, 135)))
                .isEqualTo(new Warm(8, false, 135));
    }

    private static DoubleSupplier rates(double... rates) {
        Iterator<Double> next = Arrays.stream(rates).boxed().toList().iterator();
        return next::next;
    }
}
