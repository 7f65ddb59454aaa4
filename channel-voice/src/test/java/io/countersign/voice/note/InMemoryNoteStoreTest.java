package io.countersign.voice.note;

import io.countersign.test.MovableClock;
import java.time.Duration;

class InMemoryNoteStoreTest extends NoteStoreContract {

    private final MovableClock clock = new MovableClock();
    private final NoteStore store = new InMemoryNoteStore(clock);

    @Override
    NoteStore store() {
        return store;
    }

    @Override
    void pass(Duration time) {
        clock.advance(time);
    }
}
