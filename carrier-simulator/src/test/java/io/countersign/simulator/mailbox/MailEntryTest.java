package io.countersign.simulator.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.simulator.mail.ArrivedMail;
import io.countersign.simulator.mail.MailAddress;
import io.countersign.simulator.mailbox.MailEntry.Piece;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MailEntryTest {

    @Test
    void links_in_a_text_are_found() {
        assertThat(pieces("How?\nhttp://localhost/x?y=1 or\nhttps://example.org/ hence"))
                .containsExactly(
                        new Piece("How?\n", false),
                        new Piece("http://localhost/x?y=1", true),
                        new Piece(" or\n", false),
                        new Piece("https://example.org/", true),
                        new Piece(" hence", false));
    }

    @Test
    void a_text_without_links_is_one_piece() {
        assertThat(pieces("Hello")).containsExactly(new Piece("Hello", false));
    }

    private static List<Piece> pieces(String text) {
        ArrivedMail mail =
                new ArrivedMail(
                        "1",
                        new MailAddress("anna@example.org"),
                        Instant.EPOCH,
                        List.of(),
                        text,
                        null);
        return MailEntry.of(mail).text();
    }
}
