package io.countersign.email.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** A connection to the server that tells the passage under way how far it has come. */
final class SmtpConnection extends SMTPTransport {

    private static final URLName SMTP = new URLName("smtp", null, -1, null, null, null);

    private Passage passage = new Passage();
    private int passages;

    SmtpConnection(Session session) {
        super(session, SMTP);
    }

    /** Everything that is said from now on belongs to this passage. */
    void serve(Passage next) {
        passage = next;
        passages++;
    }

    int passages() {
        return passages;
    }

    void send(MimeMessage mail, InternetAddress to) throws MessagingException {
        sendMessage(mail, new InternetAddress[] {to});
    }

    @Override
    protected void mailFrom() throws MessagingException {
        passage.enter(SmtpStep.SENDER);
        super.mailFrom();
    }

    @Override
    protected void rcptTo() throws MessagingException {
        passage.enter(SmtpStep.RECIPIENT);
        super.rcptTo();
    }

    @Override
    protected OutputStream data() throws MessagingException {
        passage.enter(SmtpStep.CONTENT);
        return super.data();
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        passage.enter(SmtpStep.FINAL_DOT);
        super.finishData();
    }

    @Override
    protected int readServerResponse() throws MessagingException {
        int code = super.readServerResponse();
        passage.heard(ServerReply.of(code, getLastServerResponse()));
        return code;
    }
}
