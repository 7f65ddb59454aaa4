package io.countersign.gateway.web.challenge;

import io.countersign.engine.status.ChallengeStatus.DeliveryStatus;
import io.countersign.events.Channel;
import java.util.Optional;

/** Says what follows a call automatically, so that the person need not ask for it. */
final class ByItself {

    private ByItself() {}

    /** The key of a sentence; empty where nothing follows, or it is too early to say. */
    static Optional<String> after(DeliveryStatus delivery) {
        if (delivery.channel() != Channel.VOICE || delivery.next() == null) {
            return Optional.empty();
        }
        return switch (delivery.progress()) {
            case QUEUED, CLAIMED, SENT, RINGING ->
                    Optional.of(
                            delivery.next() == Channel.VOICE ? "call.next.voice" : "call.next.sms");
            case FAILED, UNKNOWN -> Optional.of("call.next.now");
            case DELIVERED, TOO_LATE -> Optional.empty();
        };
    }
}
