package io.countersign.events.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What a delivery carries: a challenge, which asks something, or a notice, which only tells
 * something.
 */
public sealed interface Subject permits ChallengeId, NoticeId {

    /** 128 random bits, base64url without padding: 22 characters. */
    String value();

    /** The subject on the wire: its kind, a colon and its value. */
    @JsonValue
    default String wire() {
        return switch (this) {
            case ChallengeId challenge -> "challenge:" + challenge.value();
            case NoticeId notice -> "notice:" + notice.value();
        };
    }

    /**
     * Reads {@link #wire()} back.
     *
     * @throws IllegalArgumentException for any other text
     */
    @JsonCreator
    static Subject parse(String wire) {
        int colon = wire.indexOf(':');
        String value = wire.substring(colon + 1);
        return switch (wire.substring(0, Math.max(colon, 0))) {
            case "challenge" -> new ChallengeId(value);
            case "notice" -> new NoticeId(value);
            default -> throw new IllegalArgumentException("neither a challenge nor a notice");
        };
    }
}
