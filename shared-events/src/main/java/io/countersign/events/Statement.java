package io.countersign.events;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.countersign.events.content.CallEnding;
import io.countersign.events.id.ChallengeId;
import io.countersign.events.id.DeliveryId;
import io.countersign.events.text.Invisible;
import io.countersign.events.text.OneLine;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A worker's word about a challenge, which the gateway judges. It travels and is stored sealed
 * under the channel's keys, so that no one without them can make or change one. A statement that is
 * about no challenge has a new id of its own.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Statement.Calling.class, name = "calling"),
    @JsonSubTypes.Type(value = Statement.Decision.class, name = "decision"),
    @JsonSubTypes.Type(value = Statement.Linked.class, name = "linked"),
    @JsonSubTypes.Type(value = Statement.Reach.class, name = "reach")
})
public sealed interface Statement {

    /**
     * The name that it is kept under within its challenge; of several with one name, the first one
     * stands.
     */
    String name();

    /**
     * Made before dialling: the number that is about to call ends in these digits.
     *
     * @param delivery the call
     * @param ending the calling number's last four digits
     */
    record Calling(DeliveryId delivery, CallEnding ending) implements Statement {

        @Override
        public String name() {
            return name(delivery);
        }

        /** The name under which a call's ending is kept. */
        public static String name(DeliveryId call) {
            return "calling:" + call.round() + "." + call.step() + "." + call.attempt();
        }
    }

    /**
     * A person pressed a button.
     *
     * @param delivery the message with the buttons
     * @param chosen the number on the button; null for "It's not me"
     */
    record Decision(DeliveryId delivery, @Nullable Integer chosen) implements Statement {

        public static final String NAME = "decision";

        @Override
        public String name() {
            return NAME;
        }
    }

    /**
     * A person opened a linking address in Telegram.
     *
     * @param challenge the linking that the address was made for
     * @param user the Telegram user's id
     * @param chat the private chat with the bot
     * @param shownName first and last name as Telegram shows them, on one line; the user's id where
     *     they show nothing
     * @param username without the @; null where there is none
     */
    record Linked(
            ChallengeId challenge,
            long user,
            long chat,
            String shownName,
            @Nullable String username)
            implements Statement {

        public static final String NAME = "linked";

        public Linked {
            String line = OneLine.of(shownName);
            shownName = Invisible.removed(line).isEmpty() ? Long.toString(user) : line;
            username = username == null ? null : OneLine.of(username);
        }

        /**
         * Where the ticket in a linking address is kept for the worker, as its seal knows it.
         *
         * @param digest of the ticket: SHA-256 in lower-case hexadecimal
         */
        public static String ticketPlace(String digest) {
            return "ticket\n" + digest;
        }

        @Override
        public String name() {
            return NAME;
        }
    }

    /**
     * Whether a person can be written to; about no challenge. Of two about one person the later one
     * counts, whichever arrives first.
     *
     * @param user the Telegram user's id
     * @param reachable false once Telegram refused a message because the bot is blocked or the chat
     *     is gone
     * @param at since when, to the second: by Telegram's clock where the person did something, by
     *     the worker's where a message was refused
     */
    record Reach(long user, boolean reachable, Instant at) implements Statement {

        public static final String NAME = "reach";

        @Override
        public String name() {
            return NAME;
        }
    }
}
