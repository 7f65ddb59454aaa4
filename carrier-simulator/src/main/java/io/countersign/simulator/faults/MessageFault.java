package io.countersign.simulator.faults;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** What can go wrong with a text message. */
public sealed interface MessageFault extends Fault
        permits RequestFault,
                ReportFault,
                Fault.Refuse,
                MessageFault.Undelivered,
                MessageFault.EarlyReceipt {

    /** Takes the message, sends it, and reports that it could not be delivered. */
    @JsonTypeName("undelivered")
    record Undelivered(int code) implements MessageFault {

        /**
         * Unreachable handset, blocked, unknown handset, landline or unreachable carrier, filtered.
         */
        private static final SortedSet<Integer> CODES =
                new TreeSet<>(Set.of(30003, 30004, 30005, 30006, 30007));

        public Undelivered {
            Fault.require(CODES.contains(code), "code must be one of " + CODES);
        }
    }

    /** Delivers the message and reports everything before it answers the request. */
    @JsonTypeName("early-receipt")
    record EarlyReceipt() implements MessageFault {}
}
