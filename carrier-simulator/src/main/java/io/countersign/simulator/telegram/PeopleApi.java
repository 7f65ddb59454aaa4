package io.countersign.simulator.telegram;

import io.countersign.simulator.telegram.ChatMessage.Press;
import io.countersign.simulator.telegram.wire.InlineKeyboard.Button;
import io.countersign.simulator.telegram.wire.MessageEntity;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Lets tests see chats and do what people can do, and what they cannot.
 *
 * <ul>
 *   <li>{@code GET /api/telegram/anna}: the {@link Account}, made up for any name of 2 to 32 small
 *       letters, digits and underscores
 *   <li>{@code POST /api/telegram/anna/start} with {@code {"token": "abc"}} or {@code {}}: sends
 *       {@code /start abc} to the bot, 200 with the {@link Written} message
 *   <li>{@code GET /api/telegram/anna/messages}: the chat, an array of {@link Written}, oldest
 *       first; {@code POST} with {@code {"text": "Hello"}} writes to the bot
 *   <li>{@code POST /api/telegram/anna/press} with {@code {"messageId": 3, "data": "yes"}}: 200
 *       with the {@link Press}, 409 if that button is not there
 *   <li>{@code POST /api/telegram/anna/block} and {@code unblock}: 204
 *   <li>{@code POST /api/telegram/updates} with any update of the Bot API, with or without {@code
 *       update_id}: tells it to the bot as it is, 200 with the update
 *   <li>{@code DELETE /api/telegram}: forgets all chats and updates, 204
 * </ul>
 */
@RestController
@RequestMapping("/api/telegram")
class PeopleApi {

    private final People people;
    private final Chats chats;
    private final Updates updates;

    PeopleApi(People people, Chats chats, Updates updates) {
        this.people = people;
        this.chats = chats;
        this.updates = updates;
    }

    /**
     * A person's account.
     *
     * @param id of the person and of the chat with the bot
     */
    record Account(String name, long id, String firstName, boolean started, boolean blocked) {}

    /** A message as the API shows it. */
    record Written(
            long messageId,
            boolean fromBot,
            String text,
            List<MessageEntity> entities,
            List<List<Button>> buttons,
            Instant sentAt,
            @Nullable Instant editedAt,
            @Nullable Press press) {

        static Written of(ChatMessage message) {
            return new Written(
                    message.id(),
                    message.fromBot(),
                    message.body().text(),
                    message.body().entities(),
                    message.keyboard().inlineKeyboard(),
                    message.sentAt(),
                    message.editedAt(),
                    message.press());
        }

        @Override
        public String toString() {
            return "Written[" + messageId + "]";
        }
    }

    record Start(@Nullable String token) {}

    record Text(String text) {}

    record ButtonPress(long messageId, String data) {}

    @GetMapping("/{name}")
    Account account(@PathVariable String name) {
        TelegramPerson person = person(name);
        Chat.Standing standing = chats.of(person).standing();
        return new Account(
                person.name(),
                person.id(),
                person.firstName(),
                standing.started(),
                standing.blocked());
    }

    @PostMapping("/{name}/start")
    Written start(@PathVariable String name, @RequestBody Start start) {
        String token = start.token() == null ? "" : start.token();
        return Written.of(people.start(person(name), token));
    }

    @GetMapping("/{name}/messages")
    List<Written> messages(@PathVariable String name) {
        return chats.of(person(name)).messages().stream().map(Written::of).toList();
    }

    @PostMapping("/{name}/messages")
    Written say(@PathVariable String name, @RequestBody Text text) {
        return Written.of(people.say(person(name), text.text()));
    }

    @PostMapping("/{name}/press")
    ResponseEntity<Press> press(@PathVariable String name, @RequestBody ButtonPress press) {
        return people.press(person(name), press.messageId(), press.data())
                .map(ResponseEntity::ok)
                .orElseGet(() -> ResponseEntity.status(HttpStatus.CONFLICT).build());
    }

    @PostMapping("/{name}/block")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void block(@PathVariable String name) {
        people.block(person(name), true);
    }

    @PostMapping("/{name}/unblock")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unblock(@PathVariable String name) {
        people.block(person(name), false);
    }

    @PostMapping("/updates")
    Update forge(@RequestBody Map<String, Object> update) {
        Map<String, Object> content = new HashMap<>(update);
        Object id = content.remove("update_id");
        return updates.forge(
                id instanceof Number number ? Optional.of(number.longValue()) : Optional.empty(),
                content);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void clear() {
        chats.clear();
        updates.clear();
    }

    private static TelegramPerson person(String name) {
        return TelegramPerson.named(name)
                .orElseThrow(
                        () ->
                                new ResponseStatusException(
                                        HttpStatus.BAD_REQUEST,
                                        "a person must be named by 2 to 32 letters, digits and"
                                                + " underscores, beginning with a letter"));
    }
}
