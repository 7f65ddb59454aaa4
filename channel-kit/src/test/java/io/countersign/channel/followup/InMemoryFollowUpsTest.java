package io.countersign.channel.followup;

import io.countersign.channel.kit.InMemoryFollowUps;
import io.countersign.test.MovableClock;

class InMemoryFollowUpsTest extends FollowUpsContract {

    private final InMemoryFollowUps followUps = new InMemoryFollowUps(new MovableClock());

    @Override
    FollowUps followUps() {
        return followUps;
    }
}
