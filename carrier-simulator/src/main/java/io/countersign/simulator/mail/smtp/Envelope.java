package io.countersign.simulator.mail.smtp;

import io.countersign.simulator.faults.MailFault;
import io.countersign.simulator.mail.MailAddress;
import io.countersign.simulator.requests.Asked;
import io.countersign.simulator.requests.RequestLog;
import io.countersign.simulator.requests.RequestOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a mail before it is taken.
 *
 * @param fault what is to go wrong with its data, null for nothing
 */
record Envelope(String from, List<MailAddress> to, @Nullable MailFault fault) {

    static Envelope from(String from) {
        return new Envelope(from, List.of(), null);
    }

    Envelope with(MailAddress recipient, Optional<MailFault> struck) {
        List<MailAddress> more = new ArrayList<>(to);
        more.add(recipient);
        return new Envelope(from, List.copyOf(more), struck.orElse(fault));
    }

    /** The same for the latest recipient only. */
    Envelope last() {
        return new Envelope(from, List.of(to.getLast()), fault);
    }

    /** Notes for each recipient what became of the mail. */
    void record(RequestLog log, String messageId, RequestOutcome outcome) {
        for (MailAddress recipient : to) {
            log.record(
                    new Asked("mail", recipient.text(), from, messageId, null),
                    outcome,
                    fault == null ? null : fault.kind());
        }
    }
}
