package io.countersign.voice.number;

import io.countersign.voice.note.InMemoryNoteStore;
import io.countersign.voice.note.NoteStore;
import java.time.Clock;

class InMemoryLeasesTest extends LeasesContract {

    @Override
    NoteStore store() {
        return new InMemoryNoteStore(Clock.systemUTC());
    }
}
