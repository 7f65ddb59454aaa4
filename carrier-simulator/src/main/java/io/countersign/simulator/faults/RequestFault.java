package io.countersign.simulator.faults;

import com.fasterxml.jackson.annotation.JsonTypeName;
import org.jspecify.annotations.Nullable;

/** What can go wrong with an HTTP request to any provider. */
public sealed interface RequestFault extends MessageFault, CallFault, TelegramFault {

    /** The provider does not take what it is asked to carry, and says so. */
    sealed interface Refusing extends RequestFault {}

    /** Answers 401, as if the credentials were wrong. */
    @JsonTypeName("unauthorized")
    record Unauthorized() implements Refusing {}

    /** Answers 429, to be tried again after so many seconds. */
    @JsonTypeName("too-many-requests")
    record TooManyRequests(int retryAfterSeconds) implements Refusing {
        public TooManyRequests {
            Fault.require(retryAfterSeconds >= 0, "retryAfterSeconds must not be negative");
        }
    }

    /** The same, with the time at which to try again instead of the seconds until then. */
    @JsonTypeName("too-many-requests-until")
    record TooManyRequestsUntil(int retryAfterSeconds) implements Refusing {
        public TooManyRequestsUntil {
            Fault.require(retryAfterSeconds >= 0, "retryAfterSeconds must not be negative");
        }
    }

    /** Answers 500. */
    @JsonTypeName("server-error")
    record ServerError() implements Refusing {}

    /** Takes it, but only after {@code delayMs} milliseconds. */
    @JsonTypeName("slow")
    record Slow(int delayMs) implements RequestFault, MailFault {
        public Slow {
            Fault.require(delayMs >= 0, "delayMs must not be negative");
        }
    }

    /** Neither takes it nor answers. */
    @JsonTypeName("hang-before-accepting")
    record HangBeforeAccepting() implements RequestFault, MailFault {}

    /** Takes it, and answers {@code answerAfterMs} milliseconds later, or never if that is null. */
    @JsonTypeName("hang-after-accepting")
    record HangAfterAccepting(@Nullable Integer answerAfterMs) implements RequestFault, MailFault {
        public HangAfterAccepting {
            Fault.require(
                    answerAfterMs == null || answerAfterMs >= 0,
                    "answerAfterMs must not be negative");
        }
    }

    /** Takes it, and closes the connection instead of answering. */
    @JsonTypeName("cut-connection")
    record CutConnection() implements RequestFault, MailFault {}
}
