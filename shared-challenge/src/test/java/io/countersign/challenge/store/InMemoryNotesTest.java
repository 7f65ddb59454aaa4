package io.countersign.challenge.store;

import io.countersign.challenge.memory.InMemoryNotes;
import io.countersign.test.MovableClock;
import java.time.Instant;

class InMemoryNotesTest extends NotesContract {

    private final MovableClock clock = new MovableClock();
    private final InMemoryNotes notes = new InMemoryNotes(clock);

    @Override
    Statements statements() {
        return notes;
    }

    @Override
    Tickets tickets() {
        return notes;
    }

    @Override
    Instant clock() {
        return clock.instant();
    }
}
