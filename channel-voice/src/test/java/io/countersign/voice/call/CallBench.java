package io.countersign.voice.call;

import io.countersign.challenge.memory.InMemoryNotes;
import io.countersign.channel.kit.FakeBroker;
import io.countersign.channel.kit.InMemoryValueStore;
import io.countersign.channel.kit.TestKeys;
import io.countersign.channel.sealed.SealedStore;
import io.countersign.channel.sealed.ValueStore;
import io.countersign.channel.statement.StatementPublisher;
import io.countersign.events.Channel;
import io.countersign.events.EventCodec;
import io.countersign.events.Statement;
import io.countersign.events.content.CallEnding;
import io.countersign.events.id.ChallengeId;
import io.countersign.events.id.DeliveryId;
import io.countersign.events.seal.ChannelSeal;
import io.countersign.test.MovableClock;
import io.countersign.voice.number.CalleeDigest;
import io.countersign.voice.number.CallingNumber;
import io.countersign.voice.number.Leases;
import io.countersign.voice.number.NumberPool;
import io.countersign.voice.number.VoiceSettings;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All that a call needs before it is dialled, without a process around it. */
public final class CallBench {

    private final MovableClock clock = new MovableClock();
    private final ChannelSeal seal = new ChannelSeal(Channel.VOICE, new TestKeys().sealing());
    private final InMemoryNotes statements = new InMemoryNotes(clock);
    private final StatementPublisher statementPublisher =
            new StatementPublisher(
                    Channel.VOICE,
                    seal,
                    statements,
                    new FakeBroker(),
                    new EventCodec("/test"),
                    clock);
    private final NumberPool pool;
    private final CallBook book;
    private final Switchboard board;

    public CallBench(List<String> numbers) {
        this(new VoiceSettings(numbers, 100, false, Duration.ofSeconds(20)));
    }

    /** With a store that takes its time. */
    public CallBench(List<String> numbers, Runnable time) {
        this(
                new VoiceSettings(numbers, 100, false, Duration.ofSeconds(20)),
                new ValueStore() {
                    private final ValueStore prompt = new InMemoryValueStore(new MovableClock());

                    @Override
                    public Optional<String> find(String name) {
                        time.run();
                        return prompt.find(name);
                    }

                    @Override
                    public void put(String name, String value, Instant until) {
                        time.run();
                        prompt.put(name, value, until);
                    }

                    @Override
                    public <R> R update(String name, Duration kept, Change<R> change) {
                        time.run();
                        return prompt.update(name, kept, change);
                    }
                });
    }

    CallBench(VoiceSettings settings) {
        this(settings, Optional.empty());
    }

    /** With another store. */
    CallBench(VoiceSettings settings, ValueStore store) {
        this(settings, Optional.of(store));
    }

    private CallBench(VoiceSettings settings, Optional<ValueStore> store) {
        SealedStore notes =
                new SealedStore(store.orElseGet(() -> new InMemoryValueStore(clock)), seal);
        Leases leases = new Leases(notes, new CalleeDigest("secret"), new SecureRandom());
        pool = new NumberPool(settings.pool(), notes);
        book = new CallBook(notes, pool, leases);
        board = new Switchboard(settings, pool, leases, book, statementPublisher);
    }

    public Switchboard board() {
        return board;
    }

    public List<CallingNumber> resting() {
        List<CallingNumber> well = pool.well();
        return pool.all().stream().filter(number -> !well.contains(number)).toList();
    }

    CallBook book() {
        return book;
    }

    StatementPublisher statementPublisher() {
        return statementPublisher;
    }

    NumberPool pool() {
        return pool;
    }

    MovableClock clock() {
        return clock;
    }

    /** What the gateway would read about the call. */
    Optional<CallEnding> stated(DeliveryId call) {
        ChallengeId challenge = (ChallengeId) call.subject();
        String name = Statement.Calling.name(call);
        return statements
                .find(challenge, name)
                .flatMap(note -> seal.openStatement(note, challenge, name))
                .map(statement -> ((Statement.Calling) statement).ending());
    }
}
