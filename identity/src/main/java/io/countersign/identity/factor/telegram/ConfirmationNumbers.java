package io.countersign.identity.factor.telegram;

import io.countersign.engine.keys.GatewayKeys;
import io.countersign.events.id.ChallengeId;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The number on a challenge's page and the two that stand beside it in Telegram. They follow from
 * the challenge under the gateway's own key, so nothing about them is stored and no one else can
 * tell which one is right.
 */
@Component
class ConfirmationNumbers {

    private static final int OPTIONS = 3;
    private static final int FIRST = 10;
    private static final int COUNT = 90;

    private final GatewayKeys keys;

    ConfirmationNumbers(GatewayKeys keys) {
        this.keys = keys;
    }

    int right(ChallengeId challenge) {
        return FIRST + drawn(challenge, "right", COUNT);
    }

    /** Three different ones, the right one among them, in an order that tells nothing. */
    List<Integer> options(ChallengeId challenge) {
        List<Integer> options = new ArrayList<>();
        for (int i = 0; options.size() < OPTIONS - 1; i++) {
            int other = FIRST + drawn(challenge, "other " + i, COUNT);
            if (other != right(challenge) && !options.contains(other)) {
                options.add(other);
            }
        }
        options.add(drawn(challenge, "place", OPTIONS), right(challenge));
        return List.copyOf(options);
    }

    /** With 2^32 values, as good as evenly distributed. */
    private int drawn(ChallengeId challenge, String what, int bound) {
        String tag = keys.tag("confirmation " + what, challenge.wire());
        return (int) (Long.parseLong(tag.substring(0, 8), 16) % bound);
    }
}
