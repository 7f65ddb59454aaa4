package io.countersign.channel.sealed;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.channel.kit.InMemoryValueStore;
import io.countersign.channel.kit.TestKeys;
import io.countersign.channel.sealed.SealedStore.Update;
import io.countersign.channel.sealed.ValueStore.Changed;
import io.countersign.events.Channel;
import io.countersign.events.seal.ChannelSeal;
import io.countersign.test.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SealedStoreTest {

    private record Say(String words) {}

    private static final Key<Say> KEY = key("one");

    private static final Duration KEPT = Duration.ofMinutes(5);

    private final InMemoryValueStore store = new InMemoryValueStore(new MovableClock());
    private final TestKeys keys = new TestKeys();
    private final SealedStore sealed = sealed(keys);

    @Test
    void a_value_is_what_was_written() {
        write(KEY, "+12125550137");

        assertThat(read(sealed, KEY)).contains(new Say("+12125550137"));
    }

    @Test
    @Tag("SECURITY-23")
    void the_store_does_not_see_what_a_value_is() {
        write(KEY, "+12125550137");

        assertThat(store.all().toString()).doesNotContain("12125550137").doesNotContain("0137");
    }

    @Test
    @Tag("SECURITY-30")
    void what_is_moved_or_made_up_or_sealed_by_another_key_counts_as_nothing() {
        write(KEY, "genuine");
        String genuine = store.all().getOrDefault(KEY.name(), "");
        plant("two", genuine);
        plant("three", "{\"words\":\"forged\"}");
        plant("four", "Zm9yZ2Vk");

        assertThat(read(sealed, key("two"))).isEmpty();
        assertThat(read(sealed, key("three"))).isEmpty();
        assertThat(read(sealed, key("four"))).isEmpty();
        assertThat(read(sealed(new TestKeys()), KEY)).isEmpty();
        assertThat(read(sealed, KEY)).isPresent();
    }

    @Test
    void a_value_that_was_put_is_found() {
        Instant now = sealed.update(KEY, KEPT, (_, at) -> Update.unchanged(at));

        sealed.put(KEY, new Say("put"), now.plus(KEPT));

        assertThat(sealed.find(KEY)).contains(new Say("put"));
        assertThat(store.all().toString()).doesNotContain("put");
        assertThat(sealed(new TestKeys()).find(KEY)).isEmpty();
    }

    @Test
    void what_stays_the_same_is_not_written_again() {
        write(KEY, "same");
        String before = store.all().getOrDefault(KEY.name(), "");

        write(KEY, "same");

        assertThat(store.all()).containsEntry(KEY.name(), before);
    }

    private SealedStore sealed(TestKeys keys) {
        return new SealedStore(store, new ChannelSeal(Channel.VOICE, keys.sealing()));
    }

    private void plant(String name, String text) {
        store.update(name, KEPT, (_, _) -> new Changed<>(text, true));
    }

    private void write(Key<Say> key, String words) {
        sealed.update(key, KEPT, (_, _) -> new Update<>(new Say(words), true));
    }

    private static Optional<Say> read(SealedStore sealed, Key<Say> key) {
        return sealed.update(key, KEPT, (current, _) -> Update.unchanged(current));
    }

    private static Key<Say> key(String name) {
        return new Key<>(name, Say.class);
    }
}
