package io.countersign.identity.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.identity.admission.Shares.Part;
import io.countersign.identity.admission.Shares.Place;
import io.countersign.test.AtOnce;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("SECURITY-34")
class SharesTest {

    private final Shares shares = new Shares(5);

    @Test
    void nobodyHasMoreThanAPart() {
        List<Optional<Place>> greedy = AtOnce.times(100, _ -> shares.take(part("greedy", 3)));

        assertThat(greedy).filteredOn(Optional::isPresent).hasSize(3);
        assertThat(shares.take(part("modest", 3))).isPresent();
    }

    @Test
    void allTogetherHaveNoMoreThanThereIs() {
        List<Optional<Place>> all = AtOnce.times(100, i -> shares.take(part("client " + i, 3)));

        assertThat(all).filteredOn(Optional::isPresent).hasSize(5);
    }

    @Test
    void whatIsGivenBackCanBeTakenAgain() {
        List<Part> part = part("one", 1);
        for (int i = 0; i < 20; i++) {
            Place place = shares.take(part).orElseThrow();
            assertThat(shares.take(part)).isEmpty();
            place.close();
        }
    }

    @Test
    void everyPartHasToHaveRoom() {
        assertThat(shares.take(List.of(new Part("a", 1), new Part("b", 2)))).isPresent();

        assertThat(shares.take(List.of(new Part("a", 1), new Part("c", 1)))).isEmpty();
        assertThat(shares.take(part("c", 1))).as("nothing was taken by halves").isPresent();
    }

    @Test
    void aBurstWaitsForItsOwn() {
        Place first = shares.take(part("one", 1)).orElseThrow();
        CompletableFuture<Optional<Place>> second =
                CompletableFuture.supplyAsync(
                        () -> shares.take(part("one", 1), Duration.ofMinutes(1)));
        first.close();

        assertThat(second.join()).isPresent();
        assertThat(shares.take(part("one", 1), Duration.ofMillis(1))).isEmpty();
    }

    private static List<Part> part(String whose, int most) {
        return List.of(new Part(whose, most));
    }
}
