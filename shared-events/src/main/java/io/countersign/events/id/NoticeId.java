package io.countersign.events.id;

import java.security.SecureRandom;

/** Names one notice. */
public record NoticeId(String value) implements Subject {

    /**
     * @throws IllegalArgumentException unless {@code value} has the form of an id
     */
    public NoticeId {
        RandomId.checked(value);
    }

    public static NoticeId next(SecureRandom random) {
        return new NoticeId(RandomId.next(random));
    }

    @Override
    public String toString() {
        return value;
    }
}
