package io.countersign.engine.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.challenge.store.StoreUnavailable;
import io.countersign.events.Channel;
import io.countersign.liveness.WorkerLiveness;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("RELIABILITY-28")
class ChannelWorkersTest {

    private final Redis redis = new Redis();
    private final Instant start = Instant.parse("2026-05-04T12:00:00Z");

    @Test
    void aChannelWithoutWorkersHasNone() {
        ChannelWorkers workers = new ChannelWorkers(redis, Clock.systemUTC());

        assertThat(workers.none(Channel.SMS)).isTrue();
        assertThat(workers.none(Channel.VOICE)).isFalse();
        assertThat(workers.alive(Channel.VOICE)).hasValue(2);
    }

    @Test
    void whereRedisDoesNotAnswerNothingIsSaidOfAnyChannel() {
        redis.away = true;
        ChannelWorkers workers = new ChannelWorkers(redis, Clock.systemUTC());

        assertThat(workers.none(Channel.SMS)).isFalse();
        assertThat(workers.alive(Channel.VOICE)).isEmpty();
    }

    @Test
    void redisIsAskedOnceHoweverManyWantToKnowWithinASecond() {
        ChannelWorkers workers = new ChannelWorkers(redis, Clock.fixed(start, ZoneOffset.UTC));

        for (int i = 0; i < 1000; i++) {
            assertThat(workers.none(Channel.SMS)).isTrue();
        }

        assertThat(redis.asked).isEqualTo(1);
    }

    private static final class Redis implements WorkerLiveness {

        private boolean away;
        private int asked;

        @Override
        public void heartbeat(Channel channel, String instance, Duration lasting) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void stopped(Channel channel, String instance) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<Channel, Integer> alive() {
            asked++;
            if (away) {
                throw new StoreUnavailable(new IOException("away"));
            }
            return Map.of(Channel.SMS, 0, Channel.VOICE, 2);
        }
    }
}
