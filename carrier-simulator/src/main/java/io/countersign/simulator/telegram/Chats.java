package io.countersign.simulator.telegram;

import io.countersign.simulator.KeepSettings;
import io.countersign.simulator.live.Pulse;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/** All chats with the bot. */
@Component
public class Chats {

    private final Map<Long, Chat> chats = new ConcurrentHashMap<>();
    private final AtomicLong lastMessage = new AtomicLong();
    private final KeepSettings keep;
    private final Pulse pulse;

    Chats(KeepSettings keep, Pulse pulse) {
        this.keep = keep;
        this.pulse = pulse;
    }

    /** The person's chat, which is empty if there has been none. */
    public Chat of(TelegramPerson person) {
        return chats.computeIfAbsent(
                person.id(), _ -> new Chat(person, keep.messagesPerNumber(), pulse));
    }

    /** The chat with this id, if the bot may know of it. */
    public Optional<Chat> started(long id) {
        return Optional.ofNullable(chats.get(id)).filter(chat -> chat.standing().started());
    }

    public List<Chat> all() {
        return chats.values().stream()
                .sorted(Comparator.comparing(chat -> chat.person().name()))
                .toList();
    }

    public long nextMessageId() {
        return lastMessage.incrementAndGet();
    }

    void clear() {
        chats.values().forEach(Chat::clear);
    }
}
