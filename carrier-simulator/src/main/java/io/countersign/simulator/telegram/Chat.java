package io.countersign.simulator.telegram;

import io.countersign.simulator.live.Changed;
import io.countersign.simulator.live.Feed;
import io.countersign.simulator.live.Pulse;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What one person and the bot have written to each other. */
public final class Chat {

    private final TelegramPerson person;
    private final Feed<ChatMessage> messages;
    private final Feed<Standing> standing;

    /**
     * How the two stand to each other.
     *
     * @param started whether the person has ever written to the bot, which may not write first
     */
    public record Standing(boolean started, boolean blocked) {}

    Chat(TelegramPerson person, int capacity, Pulse pulse) {
        this.person = person;
        this.messages = new Feed<>(capacity, pulse);
        this.standing = new Feed<>(1, pulse);
        standing.add("", new Standing(false, false));
    }

    public TelegramPerson person() {
        return person;
    }

    public Standing standing() {
        return standing.find("").orElseThrow();
    }

    void stand(Standing now) {
        standing.add("", now);
    }

    public void add(ChatMessage message) {
        messages.add(Long.toString(message.id()), message);
    }

    public Optional<ChatMessage> message(long id) {
        return messages.find(Long.toString(id));
    }

    public Optional<ChatMessage> change(long id, UnaryOperator<ChatMessage> step) {
        return messages.change(Long.toString(id), step);
    }

    /** Oldest first. */
    public List<ChatMessage> messages() {
        return messages.all();
    }

    public Changed<ChatMessage> since(long revision) {
        return messages.since(revision);
    }

    public boolean standingChangedSince(long revision) {
        return !standing.since(revision).items().isEmpty();
    }

    void clear() {
        messages.clear();
        stand(new Standing(false, false));
    }
}
