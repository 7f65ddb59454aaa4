package io.countersign.challenge.memory;

import io.countersign.challenge.store.Statements;
import io.countersign.challenge.store.Tickets;
import io.countersign.events.id.ChallengeId;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Statements and tickets for tests that need no Redis. Watchers are not told. */
public final class InMemoryNotes implements Statements, Tickets {

    private final Map<String, Note> notes = new HashMap<>();
    private final Clock clock;

    public InMemoryNotes(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized boolean make(ChallengeId about, String name, byte[] sealed, Instant until) {
        if (find(about, name).isPresent()) {
            return false;
        }
        notes.put(key(about, name), new Note(sealed.clone(), until));
        return true;
    }

    @Override
    public synchronized Optional<byte[]> find(ChallengeId about, String name) {
        return Optional.ofNullable(notes.get(key(about, name))).flatMap(this::live);
    }

    @Override
    public synchronized void issue(String digest, byte[] sealed, Instant until) {
        notes.put(digest, new Note(sealed.clone(), until));
    }

    @Override
    public synchronized Optional<byte[]> redeem(String digest) {
        return Optional.ofNullable(notes.remove(digest)).flatMap(this::live);
    }

    private Optional<byte[]> live(Note note) {
        return clock.instant().isBefore(note.until)
                ? Optional.of(note.sealed.clone())
                : Optional.empty();
    }

    private static String key(ChallengeId about, String name) {
        return about.wire() + "\n" + name;
    }

    private static final class Note {
        private final byte[] sealed;
        private final Instant until;

        private Note(byte[] sealed, Instant until) {
            this.sealed = sealed;
            this.until = until;
        }
    }
}
