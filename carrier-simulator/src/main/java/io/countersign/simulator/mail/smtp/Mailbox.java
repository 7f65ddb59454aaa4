package io.countersign.simulator.mail.smtp;

import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import io.countersign.simulator.mail.Mail;
import io.countersign.simulator.mail.MailAddress;
import io.countersign.simulator.mail.Mails;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.util.UUID;

/** Whatever GreenMail delivers to an address goes to our own mails, and nothing stays with it. */
record Mailbox(MailAddress address, Mails mails, Clock clock) implements GreenMailUser {

    @Override
    public void deliver(MovingMessage message) {
        deliver(message.getMessage());
    }

    @Override
    public void deliver(MimeMessage message) {
        MailParts parts = MailParts.of(message);
        mails.add(
                new Mail(
                        UUID.randomUUID().toString(),
                        address,
                        clock.instant(),
                        parts.headers(),
                        parts.text(),
                        parts.html()));
    }

    @Override
    public String getEmail() {
        return address.text();
    }

    @Override
    public String getLogin() {
        return address.text();
    }

    @Override
    public String getQualifiedMailboxName() {
        return address.text();
    }

    @Override
    public void create() {}

    @Override
    public void delete() {}

    @Override
    public String getPassword() {
        throw new UnsupportedOperationException("nobody signs in to a mailbox");
    }

    @Override
    public void setPassword(String password) {
        throw new UnsupportedOperationException("nobody signs in to a mailbox");
    }

    @Override
    public void authenticate(String password) {
        throw new UnsupportedOperationException("nobody signs in to a mailbox");
    }
}
