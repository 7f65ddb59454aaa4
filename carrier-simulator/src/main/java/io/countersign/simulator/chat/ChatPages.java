package io.countersign.simulator.chat;

import io.countersign.simulator.live.Changed;
import io.countersign.simulator.live.PageEvents;
import io.countersign.simulator.live.PageEvents.Event;
import io.countersign.simulator.live.Pulse;
import io.countersign.simulator.page.Markup;
import io.countersign.simulator.telegram.Chat;
import io.countersign.simulator.telegram.ChatMessage;
import io.countersign.simulator.telegram.Chats;
import io.countersign.simulator.telegram.SimulatedBotSettings;
import io.countersign.simulator.telegram.TelegramPerson;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/**
 * A person's Telegram at {@code /telegram/{person}}, and at {@code /telegram/{person}/events} what
 * changes there, as server-sent events.
 *
 * <ul>
 *   <li>{@code message}: markup of a message that is new or has changed
 *   <li>{@code standing}: {@code blocked} or {@code unblocked}
 *   <li>{@code cleared}: all messages before this event are gone
 * </ul>
 */
@Controller
class ChatPages {

    private final Chats chats;
    private final SimulatedBotSettings telegram;
    private final Markup markup;
    private final PageEvents stream;
    private final Pulse pulse;

    ChatPages(
            Chats chats,
            SimulatedBotSettings telegram,
            Markup markup,
            PageEvents stream,
            Pulse pulse) {
        this.chats = chats;
        this.telegram = telegram;
        this.markup = markup;
        this.stream = stream;
        this.pulse = pulse;
    }

    @GetMapping("/telegram")
    ModelAndView open(@RequestParam String person) {
        return TelegramPerson.named(person)
                .map(found -> new ModelAndView("redirect:/telegram/" + found.name()))
                .orElseGet(() -> notAPerson(person));
    }

    @GetMapping("/telegram/{name}")
    ModelAndView one(@PathVariable String name) {
        return TelegramPerson.named(name).map(this::page).orElseGet(() -> notAPerson(name));
    }

    /**
     * Stands in for {@code https://t.me/<bot>?start=<token>}: opens the Telegram of Anna, where the
     * token waits for Start to be pressed.
     */
    @GetMapping("/t.me/{bot}")
    ModelAndView deepLink(@PathVariable String bot, @RequestParam(defaultValue = "") String start) {
        return bot.equals(telegram.botUsername())
                ? new ModelAndView("redirect:/telegram/anna").addObject("start", start)
                : notAPerson(bot);
    }

    @GetMapping("/telegram/{name}/events")
    void events(
            @PathVariable String name,
            @RequestParam(defaultValue = "0") long after,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable Long lastEventId,
            HttpServletResponse response)
            throws IOException, InterruptedException {
        TelegramPerson person =
                TelegramPerson.named(name)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        Chat chat = chats.of(person);
        stream.serve(
                response,
                lastEventId == null ? after : lastEventId,
                revision -> events(chat, revision));
    }

    private List<Event> events(Chat chat, long revision) {
        Changed<ChatMessage> changed = chat.since(revision);
        String standing = chat.standing().blocked() ? "blocked" : "unblocked";
        return Stream.of(
                        changed.cleared() ? Stream.of(new Event("cleared", "")) : none(),
                        chat.standingChangedSince(revision)
                                ? Stream.of(new Event("standing", standing))
                                : none(),
                        changed.items().stream()
                                .map(message -> markup.of("chatmessage", ChatEntry.of(message)))
                                .map(message -> new Event("message", message)))
                .flatMap(events -> events)
                .toList();
    }

    private static Stream<Event> none() {
        return Stream.of();
    }

    private ModelAndView page(TelegramPerson person) {
        long revision = pulse.revision();
        Chat chat = chats.of(person);
        return new ModelAndView("telegram")
                .addObject("person", person)
                .addObject("bot", telegram.bot())
                .addObject("messages", chat.messages().stream().map(ChatEntry::of).toList())
                .addObject("blocked", chat.standing().blocked())
                .addObject("revision", revision);
    }

    private static ModelAndView notAPerson(String typed) {
        return new ModelAndView("unknown", HttpStatus.BAD_REQUEST)
                .addObject("typed", typed)
                .addObject("wanted", "a name")
                .addObject("hint", "Use 2 to 32 letters, digits and underscores, such as anna.");
    }
}
