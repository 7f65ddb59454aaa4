package io.countersign.channel.worker;

import io.countersign.broker.SubscriptionLimits;
import io.countersign.channel.deliver.SendTimes;
import io.countersign.channel.settings.Setting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a worker works; the same for every channel.
 *
 * @param inFlight most deliveries handled at the same time; 1 to 10 000
 * @param held most deliveries taken off the broker and not finished, at least {@code inFlight}
 * @param sendTimeout how long all providers together may take for one delivery; 1 s to 60 s
 * @param grace how long a delivery that a provider may have taken waits for a receipt before it is
 *     {@code UNKNOWN}; 1 s to 120 s
 * @param backoff wait after the first try that no provider took, doubles with each further one; 100
 *     ms to 60 s
 * @param longestBackoff where the doubling ends; at least {@code backoff}, at most 5 min
 * @param drain how long a stopping worker waits for what is in flight; up to 120 s
 */
@ConfigurationProperties("countersign.worker")
public record WorkerSettings(
        @DefaultValue("256") int inFlight,
        @DefaultValue("2000") int held,
        @DefaultValue("10s") Duration sendTimeout,
        @DefaultValue("10s") Duration grace,
        @DefaultValue("1s") Duration backoff,
        @DefaultValue("15s") Duration longestBackoff,
        @DefaultValue("10s") Duration drain) {

    /**
     * @throws io.countersign.channel.settings.WrongSetting naming the first that is out of range
     */
    public WorkerSettings {
        setting("in-flight").mustLieBetween(1, 10_000, inFlight);
        setting("held").mustLieBetween(inFlight, 1_000_000, held);
        setting("send-timeout").mustLieBetween(seconds(1), seconds(60), sendTimeout);
        setting("grace").mustLieBetween(seconds(1), seconds(120), grace);
        setting("backoff").mustLieBetween(Duration.ofMillis(100), seconds(60), backoff);
        setting("longest-backoff").mustLieBetween(backoff, seconds(300), longestBackoff);
        setting("drain").mustLieBetween(Duration.ZERO, seconds(120), drain);
    }

    SendTimes sendTimes() {
        return new SendTimes(sendTimeout, grace, backoff, longestBackoff);
    }

    SubscriptionLimits limits() {
        SubscriptionLimits defaults = SubscriptionLimits.DEFAULTS;
        return new SubscriptionLimits(
                inFlight, held, defaults.eventBytes(), drain, defaults.failures(), backoff);
    }

    private static Setting setting(String name) {
        return new Setting("countersign.worker." + name);
    }

    private static Duration seconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }
}
