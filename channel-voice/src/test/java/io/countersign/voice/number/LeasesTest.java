package io.countersign.voice.number;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.channel.kit.InMemoryValueStore;
import io.countersign.channel.kit.TestGateway;
import io.countersign.channel.kit.TestKeys;
import io.countersign.channel.sealed.SealedStore;
import io.countersign.events.Channel;
import io.countersign.events.content.CallEnding;
import io.countersign.events.content.Destination;
import io.countersign.events.id.ChallengeId;
import io.countersign.events.id.DeliveryId;
import io.countersign.events.seal.ChannelSeal;
import io.countersign.test.MovableClock;
import io.countersign.voice.TestPool;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("SECURITY-20")
class LeasesTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Destination CALLEE = TestGateway.PHONE;

    private final MovableClock clock = new MovableClock();
    private final InMemoryValueStore store = new InMemoryValueStore(clock);
    private final Leases leases =
            new Leases(
                    new SealedStore(
                            store, new ChannelSeal(Channel.VOICE, new TestKeys().sealing())),
                    new CalleeDigest("secret"),
                    RANDOM);

    @Test
    void a_call_of_which_nothing_more_is_heard_frees_its_ending_in_time() {
        List<CallingNumber> only = TestPool.first(1);
        leases.take(next(), CALLEE, only, LeasesContract.LIVE);

        clock.advance(LeasesContract.LIVE.minusMillis(1));
        assertThat(leases.take(next(), CALLEE, only, LeasesContract.LIVE)).isEmpty();
        clock.advance(Duration.ofMillis(1));
        assertThat(leases.take(next(), CALLEE, only, LeasesContract.LIVE)).isPresent();
    }

    @Test
    void after_a_day_a_number_is_as_good_as_any_other() {
        List<CallingNumber> two = TestPool.first(2);
        CallingNumber first = call(two);
        clock.advance(CalleeCalls.REST.minusSeconds(1));
        assertThat(call(two)).isNotEqualTo(first);
        clock.advance(Duration.ofSeconds(2));

        assertThat(call(two)).isEqualTo(first);
    }

    @Test
    void every_ending_is_equally_likely_however_many_numbers_have_it() {
        List<CallingNumber> pool = new ArrayList<>(TestPool.first(2));
        IntStream.range(200, 300)
                .mapToObj(area -> new CallingNumber("+1" + area + "5550100"))
                .forEach(pool::add);
        CallEnding rare = pool.get(1).ending();

        long rareOnes =
                IntStream.range(0, 400)
                        .filter(
                                i ->
                                        leases.take(
                                                        next(),
                                                        new Destination("+120155" + (10_000 + i)),
                                                        pool,
                                                        LeasesContract.LIVE)
                                                .orElseThrow()
                                                .number()
                                                .ending()
                                                .equals(rare))
                        .count();

        assertThat(rareOnes).isBetween(120L, 280L);
    }

    @Test
    @Tag("SECURITY-23")
    void the_store_tells_neither_who_was_called_nor_from_where() {
        CallingNumber number = call(TestPool.first(1));

        assertThat(store.all().toString())
                .doesNotContain(CALLEE.value().substring(1))
                .doesNotContain(number.value().substring(1));
        assertThat(new CalleeDigest("secret").of(CALLEE))
                .isEqualTo(new CalleeDigest("secret").of(CALLEE))
                .isNotEqualTo(new CalleeDigest("another").of(CALLEE));
    }

    private CallingNumber call(List<CallingNumber> pool) {
        DeliveryId call = next();
        CallingNumber number =
                leases.take(call, CALLEE, pool, LeasesContract.LIVE).orElseThrow().number();
        leases.end(call, CALLEE);
        return number;
    }

    private static DeliveryId next() {
        return new DeliveryId(ChallengeId.next(RANDOM), 1, 0, 1);
    }
}
