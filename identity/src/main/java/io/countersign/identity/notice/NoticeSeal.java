package io.countersign.identity.notice;

import io.countersign.engine.keys.GatewayKeys;
import io.countersign.events.content.Destination;
import io.countersign.events.content.Fact;
import io.countersign.events.content.Message;
import io.countersign.events.id.NoticeId;
import io.countersign.identity.account.EmailAddress;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what a notice says, and to whom, from anyone who reads the database. */
@Component
class NoticeSeal {

    private final GatewayKeys keys;
    private final JsonMapper json = new JsonMapper();

    NoticeSeal(GatewayKeys keys) {
        this.keys = keys;
    }

    /** What is sealed. Does not print. */
    private record Content(String to, Map<Fact, String> facts) {

        @Override
        public String toString() {
            return "Content[••••••]";
        }
    }

    byte[] seal(NoticeId id, EmailAddress to, Message.Notice notice) {
        Content content = new Content(to.value(), notice.facts());
        return keys.seal(json.writeValueAsString(content), place(id));
    }

    /**
     * What was sealed for this notice.
     *
     * @throws IllegalStateException when it was not, or by other keys
     */
    Letter open(OutboxRow row) {
        Content content =
                keys.open(row.sealed(), place(row.id()))
                        .map(clear -> json.readValue(clear, Content.class))
                        .orElseThrow(() -> new IllegalStateException(row.id() + " does not open"));
        return new Letter(
                new Destination(content.to()), new Message.Notice(row.kind(), content.facts()));
    }

    private static String place(NoticeId id) {
        return "notice\n" + id.value();
    }

    /** A notice and where it goes. */
    record Letter(Destination to, Message.Notice notice) {}
}
