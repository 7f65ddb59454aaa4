package io.countersign.voice.number;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.channel.kit.TestKeys;
import io.countersign.channel.sealed.SealedStore;
import io.countersign.channel.sealed.ValueStore;
import io.countersign.events.Channel;
import io.countersign.events.content.CallEnding;
import io.countersign.events.content.Destination;
import io.countersign.events.id.ChallengeId;
import io.countersign.events.id.DeliveryId;
import io.countersign.events.seal.ChannelSeal;
import io.countersign.voice.TestPool;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which number may call whom, in any store. */
@Tag("SECURITY-20")
abstract class LeasesContract {

    static final Duration LIVE = Duration.ofSeconds(45);

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Destination callee = anyCallee();
    private final SealedStore notes =
            new SealedStore(store(), new ChannelSeal(Channel.VOICE, new TestKeys().sealing()));
    private final Leases leases = new Leases(notes, new CalleeDigest("secret"), RANDOM);

    abstract ValueStore store();

    @Test
    void calls_to_one_callee_at_once_end_differently() throws Exception {
        List<CallingNumber> pool = TestPool.first(20);
        CountDownLatch start = new CountDownLatch(1);
        List<Optional<NumberLease>> got = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Optional<NumberLease>>> all =
                    IntStream.range(0, 30)
                            .mapToObj(
                                    _ ->
                                            threads.submit(
                                                    () -> {
                                                        start.await();
                                                        return take(pool);
                                                    }))
                            .toList();
            start.countDown();
            for (Future<Optional<NumberLease>> one : all) {
                got.add(one.get());
            }
        }

        List<CallEnding> endings =
                got.stream()
                        .flatMap(Optional::stream)
                        .map(lease -> lease.number().ending())
                        .toList();
        assertThat(endings).hasSize(20).doesNotHaveDuplicates();
    }

    @Test
    void two_numbers_that_end_alike_are_not_live_at_once() {
        List<CallingNumber> alike =
                List.of(new CallingNumber("+12125550107"), new CallingNumber("+13105550107"));

        assertThat(take(alike)).isPresent();
        assertThat(take(alike)).isEmpty();
        assertThat(leases.take(next(), anyCallee(), alike, LIVE)).isPresent();
    }

    @Test
    void a_number_does_not_call_a_callee_again_as_long_as_there_is_another() {
        List<CallingNumber> pool = TestPool.first(10);
        Set<CallingNumber> used = new HashSet<>();

        for (int call = 0; call < 10; call++) {
            used.add(callAndEnd(pool));
        }

        assertThat(used).hasSize(10);
    }

    @Test
    void when_all_have_called_the_one_that_did_so_first_comes_again() {
        List<CallingNumber> pool = TestPool.first(3);
        List<CallingNumber> round = new ArrayList<>();
        for (int call = 0; call < 6; call++) {
            round.add(callAndEnd(pool));
        }

        assertThat(round.subList(3, 6)).isEqualTo(round.subList(0, 3));
    }

    @Test
    void a_delivery_keeps_its_number() {
        List<CallingNumber> pool = TestPool.first(50);
        DeliveryId call = next();

        NumberLease first = leases.take(call, callee, pool, LIVE).orElseThrow();
        NumberLease again = leases.take(call, callee, TestPool.first(60), LIVE).orElseThrow();

        assertThat(first.again()).isFalse();
        assertThat(again).isEqualTo(new NumberLease(first.number(), true));
    }

    @Test
    void a_delivery_whose_ending_another_call_has_meanwhile_waits() {
        List<CallingNumber> only = TestPool.first(1);
        DeliveryId first = next();
        DeliveryId second = next();
        leases.take(first, callee, only, LIVE);
        leases.end(first, callee);
        leases.take(second, callee, only, LIVE);

        assertThat(leases.take(first, callee, only, LIVE)).isEmpty();
    }

    private CallingNumber callAndEnd(List<CallingNumber> pool) {
        DeliveryId call = next();
        CallingNumber number = leases.take(call, callee, pool, LIVE).orElseThrow().number();
        leases.end(call, callee);
        return number;
    }

    private Optional<NumberLease> take(List<CallingNumber> pool) {
        return leases.take(next(), callee, pool, LIVE);
    }

    private static DeliveryId next() {
        return new DeliveryId(ChallengeId.next(RANDOM), 1, 0, 1);
    }

    private static Destination anyCallee() {
        return new Destination("+1201555" + RANDOM.nextInt(1000, 10_000));
    }
}
