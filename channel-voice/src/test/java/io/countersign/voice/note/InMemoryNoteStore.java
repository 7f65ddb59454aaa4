package io.countersign.voice.note;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Notes for tests that need no Redis. */
public final class InMemoryNoteStore implements NoteStore {

    private final Map<String, Note> notes = new HashMap<>();
    private final Clock clock;

    private record Note(String text, Instant until) {}

    public InMemoryNoteStore(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized <R> R update(String name, Duration kept, Change<R> change) {
        Instant now = clock.instant();
        Changed<R> changed =
                change.from(
                        Optional.ofNullable(notes.get(name))
                                .filter(note -> now.isBefore(note.until()))
                                .map(Note::text),
                        now);
        if (changed.next() != null) {
            notes.put(name, new Note(changed.next(), now.plus(kept)));
        }
        return changed.result();
    }

    public synchronized Map<String, String> all() {
        Map<String, String> all = new HashMap<>();
        notes.forEach((name, note) -> all.put(name, note.text()));
        return all;
    }
}
