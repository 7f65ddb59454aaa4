package io.countersign.simulator.mail.smtp;

import io.countersign.simulator.mail.ArrivedMail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What people see of a mail.
 *
 * @param text the first plain part, null without one
 * @param html the first HTML part, null without one
 */
record MailParts(List<Header> headers, @Nullable String text, @Nullable String html) {

    /** Reads to the end of the data. */
    static MailParts read(InputStream data) throws IOException, MessagingException {
        MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), data);
        return new MailParts(
                Collections.list(message.getAllHeaders()).stream()
                        .map(header -> new Header(header.getName(), decoded(header.getValue())))
                        .toList(),
                first(message, "text/plain").orElse(null),
                first(message, "text/html").orElse(null));
    }

    /** With its angle brackets; empty without one. */
    String messageId() {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase("Message-ID"))
                .map(Header::value)
                .findFirst()
                .orElse("");
    }

    private static Optional<String> first(Part part, String type)
            throws MessagingException, IOException {
        Object content = part.getContent();
        if (content instanceof Multipart parts) {
            for (int index = 0; index < parts.getCount(); index++) {
                Optional<String> found = first(parts.getBodyPart(index), type);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return content instanceof String text && part.isMimeType(type)
                ? Optional.of(text)
                : Optional.empty();
    }

    private static String decoded(String value) {
        try {
            return MimeUtility.decodeText(MimeUtility.unfold(value));
        } catch (IOException unknownCharset) {
            return value;
        }
    }
}
