package io.countersign.simulator.mail.smtp;

import io.countersign.simulator.faults.MailFault;
import io.countersign.simulator.faults.MailFault.SmtpReply;
import io.countersign.simulator.faults.RequestFault;
import io.countersign.simulator.mail.MailAddress;
import io.countersign.simulator.requests.RequestOutcome;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.subethamail.smtp.DropConnectionException;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.Session;

/** One mail, from its sender to the answer to its data, with the fault that is in force for it. */
final class IncomingMail implements MessageHandler {

    private final Session client;
    private final Reception reception;
    private Envelope envelope = Envelope.from("");

    IncomingMail(Session client, Reception reception) {
        this.client = client;
        this.reception = reception;
    }

    @Override
    public void from(String from) {
        envelope = Envelope.from(from);
    }

    @Override
    public void recipient(String text) throws RejectException {
        MailAddress address =
                MailAddress.of(text)
                        .orElseThrow(() -> new RejectException(553, "5.1.3 This is no address"));
        Optional<MailFault> fault = reception.faults().strikeMail(address.recipient());
        Envelope more = envelope.with(address, fault);
        if (fault.isPresent() && fault.get() instanceof SmtpReply(int code)) {
            more.last().record(reception.log(), "", new RequestOutcome.Refused(code, code));
            throw code == 421
                    ? new DropConnectionException(code, words(code))
                    : new RejectException(code, words(code));
        }
        envelope = more;
    }

    private static String words(int code) {
        return switch (code) {
            case 421 -> "4.3.2 Service not available, closing transmission channel";
            case 450 -> "4.2.1 Mailbox busy, try again later";
            case 451 -> "4.7.1 Greylisted, try again later";
            case 452 -> "4.2.2 Mailbox has no room at the moment";
            case 552 -> "5.2.2 Mailbox full";
            default -> "5.1.1 No such mailbox here";
        };
    }

    @Override
    public String data(InputStream stream) throws IOException, RejectException {
        MailCounter counter = new MailCounter(client, reception, envelope, parts(stream));
        if (!(envelope.fault() instanceof RequestFault fault)) {
            return counter.take(true);
        }
        try {
            return counter.meet(fault);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return counter.cut();
        }
    }

    private MailParts parts(InputStream stream) throws IOException, RejectException {
        try {
            return MailParts.read(stream);
        } catch (MessagingException malformed) {
            envelope.record(reception.log(), "", new RequestOutcome.Refused(554, 554));
            throw new RejectException(554, "5.6.0 The mail is not readable");
        }
    }

    @Override
    public void done() {}
}
