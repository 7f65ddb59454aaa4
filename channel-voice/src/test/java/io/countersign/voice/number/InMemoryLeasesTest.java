package io.countersign.voice.number;

import io.countersign.channel.kit.InMemoryValueStore;
import io.countersign.channel.sealed.ValueStore;
import java.time.Clock;

class InMemoryLeasesTest extends LeasesContract {

    @Override
    ValueStore store() {
        return new InMemoryValueStore(Clock.systemUTC());
    }
}
