package io.countersign.simulator.telegram;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.countersign.simulator.faults.active.FaultRecipient;
import io.countersign.simulator.telegram.wire.PrivateChat;
import io.countersign.simulator.telegram.wire.User;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A person with a Telegram account, known by a short name, which is also the username. */
public record TelegramPerson(String name) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{1,31}");

    /** Above what fits into 32 bits, below the 52 bits that Telegram promises to stay in. */
    private static final long SMALLEST_ID = 1L << 33;

    private static final long ID_MASK = (1L << 51) - 1;

    public static Optional<TelegramPerson> named(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return NAME.matcher(lower).matches()
                ? Optional.of(new TelegramPerson(lower))
                : Optional.empty();
    }

    /** The same in every run; it is also the id of the person's chat with the bot. */
    public long id() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(UTF_8));
            return (ByteBuffer.wrap(digest).getLong() & ID_MASK) | SMALLEST_ID;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    public String firstName() {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    public User user() {
        return new User(id(), false, firstName(), name);
    }

    public PrivateChat chat() {
        return new PrivateChat(id(), "private", firstName(), name);
    }

    public FaultRecipient recipient() {
        return new FaultRecipient(name);
    }
}
