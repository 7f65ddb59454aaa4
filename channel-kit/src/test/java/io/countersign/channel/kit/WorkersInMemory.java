package io.countersign.channel.kit;

import io.countersign.challenge.memory.InMemoryStore;
import io.countersign.channel.send.ChannelSender;
import io.countersign.events.Channel;
import io.countersign.test.MovableClock;

/** A test with workers, and what they share: clock, store, broker and gateway, all in memory. */
public abstract class WorkersInMemory {

    protected final MovableClock clock = new MovableClock();
    protected final InMemoryStore store = new InMemoryStore(clock);
    protected final FakeBroker broker = new FakeBroker();
    protected final TestGateway gateway = new TestGateway(store, clock);

    /** One more worker of the channel. */
    protected final TestWorker worker(Channel channel, ChannelSender... senders) {
        return new TestWorker(store, broker, gateway.opener(channel), clock, senders);
    }
}
