package io.countersign.simulator.faults;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A way to misbehave, applied to one request. In JSON its {@code kind} is the name given here, and
 * the components are fields beside it.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(RequestFault.Slow.class),
    @JsonSubTypes.Type(Fault.Refuse.class),
    @JsonSubTypes.Type(RequestFault.Unauthorized.class),
    @JsonSubTypes.Type(RequestFault.TooManyRequests.class),
    @JsonSubTypes.Type(RequestFault.TooManyRequestsUntil.class),
    @JsonSubTypes.Type(RequestFault.ServerError.class),
    @JsonSubTypes.Type(RequestFault.HangBeforeAccepting.class),
    @JsonSubTypes.Type(RequestFault.HangAfterAccepting.class),
    @JsonSubTypes.Type(RequestFault.CutConnection.class),
    @JsonSubTypes.Type(ReportFault.LostReceipt.class),
    @JsonSubTypes.Type(ReportFault.ReceiptsOutOfOrder.class),
    @JsonSubTypes.Type(ReportFault.DuplicatedReceipts.class),
    @JsonSubTypes.Type(MessageFault.Undelivered.class),
    @JsonSubTypes.Type(MessageFault.EarlyReceipt.class),
    @JsonSubTypes.Type(CallFault.NoAnswer.class),
    @JsonSubTypes.Type(CallFault.Busy.class),
    @JsonSubTypes.Type(CallFault.Rejected.class),
    @JsonSubTypes.Type(CallFault.Failed.class),
    @JsonSubTypes.Type(CallFault.NeverRings.class),
    @JsonSubTypes.Type(CallFault.WrongCallerId.class),
    @JsonSubTypes.Type(TelegramFault.BlockedBot.class),
    @JsonSubTypes.Type(UpdatesFault.Conflict.class),
    @JsonSubTypes.Type(MailFault.SmtpReply.class)
})
public sealed interface Fault
        permits MessageFault, CallFault, TelegramFault, UpdatesFault, MailFault {

    default String kind() {
        return getClass().getAnnotation(JsonTypeName.class).value();
    }

    /** Answers 400 with this code of Twilio. */
    @JsonTypeName("refuse")
    record Refuse(int code) implements MessageFault, CallFault {

        /**
         * Too many to this number, caller not verified, callee not a number, caller not valid,
         * country not permitted for calls, callee not permitted, region not permitted for messages,
         * unsubscribed, not a mobile, invalid parameter.
         */
        private static final SortedSet<Integer> CODES =
                new TreeSet<>(
                        Set.of(
                                14107, 21210, 21211, 21212, 21215, 21216, 21408, 21610, 21614,
                                60200));

        public Refuse {
            require(CODES.contains(code), "code must be one of " + CODES);
        }
    }

    static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
