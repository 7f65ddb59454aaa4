package io.countersign.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class BenchOptionsTest {

    @Test
    void everythingFiveTimesUnlessToldOtherwise() {
        BenchOptions options = BenchOptions.parse(List.of());

        assertThat(options.parts()).isEqualTo(Part.ALL);
        assertThat(options.runs()).isEqualTo(5);
        assertThat(options.sizes()).isEqualTo(Sizes.DEFAULTS);
        assertThat(options.checkouts()).hasSize(1);
    }

    @Test
    void takesPartsSizesAndAnotherCheckout() {
        BenchOptions options =
                BenchOptions.parse(
                        List.of(
                                "pause",
                                "--pause=20",
                                "--runs=3",
                                "--checkout=/another",
                                "counts"));

        assertThat(options.parts()).extracting(Part::word).containsExactly("pause", "counts");
        assertThat(options.sizes().pause()).isEqualTo(Duration.ofSeconds(20));
        assertThat(options.runs()).isEqualTo(3);
        assertThat(options.checkouts()).last().isEqualTo(Path.of("/another"));
    }

    @Test
    void saysWhichPartsThereAre() {
        assertThatThrownBy(() -> BenchOptions.parse(List.of("counting")))
                .hasMessageContaining("counting")
                .hasMessageContaining("counts, sms");
    }
}
