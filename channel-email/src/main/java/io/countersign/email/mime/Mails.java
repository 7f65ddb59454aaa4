package io.countersign.email.mime;

import io.countersign.channel.send.OutgoingMessage;
import io.countersign.email.letter.EmailSettings;
import io.countersign.email.letter.Letter;
import io.countersign.email.letter.Letters;
import io.countersign.events.content.Message.Notice;
import io.countersign.events.id.Subject;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;

/**
 * Turns notices into mails.
 *
 * <p>The Message-ID follows from the notice alone: if it is sent twice, both mails carry the same
 * one, and mail programs show only one mail.
 */
public final class Mails {

    private static final String UTF_8 = "UTF-8";

    private final EmailSettings settings;
    private final Letters letters;
    private final Session session;
    private final Clock clock;

    public Mails(EmailSettings settings, Session session, Clock clock) {
        this.settings = settings;
        this.letters = new Letters(settings.siteHost());
        this.session = session;
        this.clock = clock;
    }

    /** Empty when the destination is no address. */
    public Optional<Mail> write(OutgoingMessage message, Notice notice) {
        Letter letter = letters.write(notice, message.locale());
        String id = id(message.delivery().subject());
        return Recipient.of(message.destination().value())
                .map(to -> new Mail(posted(letter, to, id), to, id));
    }

    private String id(Subject subject) {
        return "<" + subject.value() + "@" + settings.siteHost() + ">";
    }

    private MimeMessage posted(Letter letter, InternetAddress to, String id) {
        try {
            MimeMessage mail = new IdentifiedMessage(session, id);
            mail.setFrom(settings.sender());
            mail.setRecipient(RecipientType.TO, to);
            mail.setSubject(letter.subject(), UTF_8);
            mail.setSentDate(Date.from(clock.instant()));
            mail.setContentLanguage(new String[] {letter.language()});
            // RFC 3834, section 5; the other keeps Exchange's absence notes away.
            mail.setHeader("Auto-Submitted", "auto-generated");
            mail.setHeader("X-Auto-Response-Suppress", "All");
            mail.setContent(
                    new MimeMultipart(
                            "alternative",
                            part(letter.text(), "plain"),
                            part(letter.html(), "html")));
            mail.saveChanges();
            return mail;
        } catch (MessagingException e) {
            throw new IllegalStateException("a mail cannot be put together", e);
        }
    }

    private static MimeBodyPart part(String content, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(content, UTF_8, subtype);
        return part;
    }
}
