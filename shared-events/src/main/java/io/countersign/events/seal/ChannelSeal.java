package io.countersign.events.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.countersign.events.Channel;
import io.countersign.events.Statement;
import io.countersign.events.id.ChallengeId;
import java.security.GeneralSecurityException;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Seals what the gateway and one channel's workers keep in the store for each other. An attacker
 * who can write to the store can neither read such an entry, nor make or move one.
 */
public final class ChannelSeal {

    private static final String FORM = "io.countersign.note.v1";

    private final Channel channel;
    private final SealingKeys keys;
    private final JsonMapper json = new JsonMapper();

    public ChannelSeal(Channel channel, SealingKeys keys) {
        this.channel = channel;
        this.keys = keys;
    }

    /**
     * Encrypts and authenticates.
     *
     * @param place where it is kept and what for; it opens nowhere else
     */
    public byte[] seal(String clear, String place) {
        return keys.encrypt(clear.getBytes(UTF_8), associatedData(place));
    }

    /** Opens what was sealed for this place; empty for anything else. */
    public Optional<String> open(byte[] sealed, String place) {
        try {
            return Optional.of(new String(keys.decrypt(sealed, associatedData(place)), UTF_8));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    /** Seals a statement about a challenge. */
    public byte[] seal(Statement statement, ChallengeId about) {
        return seal(
                json.writerFor(Statement.class).writeValueAsString(statement),
                place(about, statement.name()));
    }

    /** Opens a statement of this name about this challenge; empty for anything else. */
    public Optional<Statement> openStatement(byte[] sealed, ChallengeId about, String name) {
        return open(sealed, place(about, name)).flatMap(this::read);
    }

    private Optional<Statement> read(String clear) {
        try {
            return Optional.of(json.readValue(clear, Statement.class));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static String place(ChallengeId about, String name) {
        return "statement\n" + about.wire() + "\n" + name;
    }

    private byte[] associatedData(String place) {
        return (FORM + "\n" + channel.wireName() + "\n" + place).getBytes(UTF_8);
    }
}
