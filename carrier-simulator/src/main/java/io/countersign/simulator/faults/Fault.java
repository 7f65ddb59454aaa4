package io.countersign.simulator.faults;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A way to misbehave, applied to one request. In JSON its {@code kind} is the name given here, and
 * the components are fields beside it.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(Fault.Slow.class),
    @JsonSubTypes.Type(Fault.Refuse.class),
    @JsonSubTypes.Type(Fault.Unauthorized.class),
    @JsonSubTypes.Type(Fault.TooManyRequests.class),
    @JsonSubTypes.Type(Fault.ServerError.class),
    @JsonSubTypes.Type(Fault.HangBeforeAccepting.class),
    @JsonSubTypes.Type(Fault.HangAfterAccepting.class),
    @JsonSubTypes.Type(Fault.CutConnection.class),
    @JsonSubTypes.Type(Fault.LostReceipt.class),
    @JsonSubTypes.Type(Fault.Undelivered.class),
    @JsonSubTypes.Type(Fault.ReceiptsOutOfOrder.class),
    @JsonSubTypes.Type(Fault.EarlyReceipt.class),
    @JsonSubTypes.Type(Fault.DuplicatedReceipts.class)
})
public sealed interface Fault {

    default String kind() {
        return getClass().getAnnotation(JsonTypeName.class).value();
    }

    /** Takes the message, but only after {@code delayMs} milliseconds. */
    @JsonTypeName("slow")
    record Slow(int delayMs) implements Fault {
        public Slow {
            require(delayMs >= 0, "delayMs must not be negative");
        }
    }

    /** Answers 400 with this code of Twilio. */
    @JsonTypeName("refuse")
    record Refuse(int code) implements Fault {

        /** Not a number, region not permitted, unsubscribed, not a mobile. */
        private static final Set<Integer> CODES = Set.of(21211, 21408, 21610, 21614);

        public Refuse {
            require(CODES.contains(code), "code must be 21211, 21408, 21610 or 21614");
        }
    }

    /** Answers 401, as if the credentials were wrong. */
    @JsonTypeName("unauthorized")
    record Unauthorized() implements Fault {}

    /** Answers 429, to be tried again after so many seconds. */
    @JsonTypeName("too-many-requests")
    record TooManyRequests(int retryAfterSeconds) implements Fault {
        public TooManyRequests {
            require(retryAfterSeconds >= 0, "retryAfterSeconds must not be negative");
        }
    }

    /** Answers 500 and does not take the message. */
    @JsonTypeName("server-error")
    record ServerError() implements Fault {}

    /** Neither takes the message nor answers. */
    @JsonTypeName("hang-before-accepting")
    record HangBeforeAccepting() implements Fault {}

    /**
     * Takes and delivers the message, and answers {@code answerAfterMs} milliseconds later, or
     * never if that is null.
     */
    @JsonTypeName("hang-after-accepting")
    record HangAfterAccepting(@Nullable Integer answerAfterMs) implements Fault {
        public HangAfterAccepting {
            require(
                    answerAfterMs == null || answerAfterMs >= 0,
                    "answerAfterMs must not be negative");
        }
    }

    /** Takes and delivers the message, and closes the connection instead of answering. */
    @JsonTypeName("cut-connection")
    record CutConnection() implements Fault {}

    /** Delivers the message and never reports on it. */
    @JsonTypeName("lost-receipt")
    record LostReceipt() implements Fault {}

    /** Takes the message, sends it, and reports that it could not be delivered. */
    @JsonTypeName("undelivered")
    record Undelivered(int code) implements Fault {

        /** Unreachable handset, unknown handset. */
        private static final Set<Integer> CODES = Set.of(30003, 30005);

        public Undelivered {
            require(CODES.contains(code), "code must be 30003 or 30005");
        }
    }

    /** Delivers the message and reports in the reverse order, all at the end. */
    @JsonTypeName("receipts-out-of-order")
    record ReceiptsOutOfOrder() implements Fault {}

    /** Delivers the message and reports everything before it answers the request. */
    @JsonTypeName("early-receipt")
    record EarlyReceipt() implements Fault {}

    /** Delivers the message and makes every report twice. */
    @JsonTypeName("duplicated-receipts")
    record DuplicatedReceipts() implements Fault {}

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
