package io.countersign.simulator.mail.smtp;

import io.countersign.simulator.faults.Counter;
import io.countersign.simulator.faults.RequestFault.Refusing;
import io.countersign.simulator.mail.ArrivedMail;
import io.countersign.simulator.mail.MailAddress;
import io.countersign.simulator.requests.RequestOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.subethamail.smtp.server.Session;

/** Where it is decided what becomes of a mail whose data are here; answers with SMTP's words. */
record MailCounter(Session client, Reception reception, Envelope envelope, MailParts parts)
        implements Counter<String> {

    private static final String TAKEN = "OK";

    @Override
    public String take(boolean answered) {
        for (MailAddress to : envelope.to()) {
            reception.mails().add(mail(to));
        }
        record(new RequestOutcome.Accepted(parts.messageId(), answered));
        return TAKEN;
    }

    private ArrivedMail mail(MailAddress to) {
        return new ArrivedMail(
                UUID.randomUUID().toString(),
                to,
                reception.clock().instant(),
                parts.headers(),
                parts.text(),
                parts.html());
    }

    @Override
    public String refuse(Refusing fault) {
        throw new IllegalStateException("a mail is refused by its recipient's reply only");
    }

    @Override
    public void ignore() {
        record(new RequestOutcome.Ignored());
    }

    /** An answer on a closed connection reaches no one. */
    @Override
    public String cut() {
        try {
            client.closeSocket();
            return TAKEN;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void record(RequestOutcome outcome) {
        envelope.record(reception.log(), parts.messageId(), outcome);
    }
}
