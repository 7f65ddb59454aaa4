package io.countersign.voice.note;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.channel.kit.TestKeys;
import io.countersign.events.Channel;
import io.countersign.events.seal.ChannelSeal;
import io.countersign.test.MovableClock;
import io.countersign.voice.note.NoteStore.Changed;
import io.countersign.voice.note.Notebook.Turned;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class NotebookTest {

    private record Say(String words) {}

    private static final Page<Say> PAGE = page("one");

    private final InMemoryNoteStore store = new InMemoryNoteStore(new MovableClock());
    private final TestKeys keys = new TestKeys();
    private final Notebook notebook = notebook(keys);

    @Test
    void a_page_says_what_was_written() {
        write(PAGE, "+12125550137");

        assertThat(read(notebook, PAGE)).contains(new Say("+12125550137"));
    }

    @Test
    @Tag("SECURITY-23")
    void the_store_does_not_see_what_a_page_says() {
        write(PAGE, "+12125550137");

        assertThat(store.all().toString()).doesNotContain("12125550137").doesNotContain("0137");
    }

    @Test
    @Tag("SECURITY-30")
    void what_is_moved_or_made_up_or_sealed_by_another_key_counts_as_nothing() {
        write(PAGE, "genuine");
        String genuine = store.all().getOrDefault(PAGE.name(), "");
        plant("two", genuine);
        plant("three", "{\"words\":\"forged\"}");
        plant("four", "Zm9yZ2Vk");

        assertThat(read(notebook, page("two"))).isEmpty();
        assertThat(read(notebook, page("three"))).isEmpty();
        assertThat(read(notebook, page("four"))).isEmpty();
        assertThat(read(notebook(new TestKeys()), PAGE)).isEmpty();
        assertThat(read(notebook, PAGE)).isPresent();
    }

    @Test
    void what_stays_the_same_is_not_written_again() {
        write(PAGE, "same");
        String before = store.all().getOrDefault(PAGE.name(), "");

        write(PAGE, "same");

        assertThat(store.all()).containsEntry(PAGE.name(), before);
    }

    private Notebook notebook(TestKeys keys) {
        return new Notebook(store, new ChannelSeal(Channel.VOICE, keys.sealing()));
    }

    private void plant(String name, String text) {
        store.update(name, Duration.ofMinutes(1), (_, _) -> new Changed<>(text, true));
    }

    private void write(Page<Say> page, String words) {
        notebook.update(page, (_, _) -> new Turned<>(new Say(words), true));
    }

    private static Optional<Say> read(Notebook notebook, Page<Say> page) {
        return notebook.update(page, (current, _) -> Turned.unchanged(current));
    }

    private static Page<Say> page(String name) {
        return new Page<>(name, Say.class, Duration.ofMinutes(5));
    }
}
