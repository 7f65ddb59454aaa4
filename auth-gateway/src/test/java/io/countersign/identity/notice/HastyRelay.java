package io.countersign.identity.notice;

import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * As another instance, which looks for notices more often: most tests of mails wait for nothing
 * else.
 */
@Component
class HastyRelay {

    private final Relay relay;

    HastyRelay(Relay relay) {
        this.relay = relay;
    }

    @Scheduled(fixedDelay = 100, timeUnit = TimeUnit.MILLISECONDS)
    void requestDue() {
        relay.requestDue();
    }
}
