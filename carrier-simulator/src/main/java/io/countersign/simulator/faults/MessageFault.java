package io.countersign.simulator.faults;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.Set;

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

        /** Unreachable handset, unknown handset. */
        private static final Set<Integer> CODES = Set.of(30003, 30005);

        public Undelivered {
            Fault.require(CODES.contains(code), "code must be 30003 or 30005");
        }
    }

    /** Delivers the message and reports everything before it answers the request. */
    @JsonTypeName("early-receipt")
    record EarlyReceipt() implements MessageFault {}
}
