package io.countersign.simulator.mailbox;

import io.countersign.simulator.mail.ArrivedMail;
import io.countersign.simulator.page.ClockTime;
import java.time.Instant;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A mail as the page shows it.
 *
 * @param text the plain part in pieces, of which those that are links are to be clicked
 * @param htmlPath where the HTML part is; empty without one
 */
record MailEntry(
        String id,
        String subject,
        String from,
        Instant instant,
        String time,
        List<ArrivedMail.Header> headers,
        List<Piece> text,
        String htmlPath) {

    private static final Pattern LINK =
            Pattern.compile("https?://[^\\s<>\"]+|(?:(?!https?://).)+", Pattern.DOTALL);

    /** A piece of a text. */
    record Piece(String text, boolean link) {

        static Piece of(MatchResult match) {
            return new Piece(
                    match.group(),
                    match.group().startsWith("http://") || match.group().startsWith("https://"));
        }
    }

    static MailEntry of(ArrivedMail mail) {
        String text = mail.text() == null ? "" : mail.text();
        return new MailEntry(
                mail.id(),
                mail.header("Subject"),
                mail.header("From"),
                mail.receivedAt(),
                ClockTime.of(mail.receivedAt()),
                mail.headers(),
                LINK.matcher(text).results().map(Piece::of).toList(),
                mail.html() == null
                        ? ""
                        : "/mailbox/" + mail.to().text() + "/" + mail.id() + "/html");
    }

    @Override
    public String toString() {
        return "MailEntry[" + id + "]";
    }
}
