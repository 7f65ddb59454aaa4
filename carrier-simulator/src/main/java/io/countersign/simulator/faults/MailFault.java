package io.countersign.simulator.faults;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.Set;

/** What can go wrong with a mail. */
public sealed interface MailFault extends Fault
        permits RequestFault.Slow,
                RequestFault.HangBeforeAccepting,
                RequestFault.HangAfterAccepting,
                RequestFault.CutConnection,
                MailFault.SmtpReply {

    /** Answers the recipient with this code of SMTP; after 421 the connection is closed. */
    @JsonTypeName("smtp-reply")
    record SmtpReply(int code) implements MailFault {

        /**
         * Service not available, mailbox busy, try later, no room, no such mailbox, mailbox full.
         */
        private static final Set<Integer> CODES = Set.of(421, 450, 451, 452, 550, 552);

        public SmtpReply {
            Fault.require(CODES.contains(code), "code must be 421, 450, 451, 452, 550 or 552");
        }
    }
}
