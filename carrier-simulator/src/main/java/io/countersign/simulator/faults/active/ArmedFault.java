package io.countersign.simulator.faults.active;

import io.countersign.simulator.faults.FaultChannel;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A rule at work: counts how often it has struck. Not thread-safe. */
final class ArmedFault {

    private final long id;
    private final FaultRule rule;
    private final Random dice;
    private int strikes;

    ArmedFault(long id, FaultRule rule) {
        this.id = id;
        this.rule = rule;
        this.dice = new Random(rule.seed() == null ? 0 : rule.seed());
    }

    boolean strikes(FaultChannel channel, @Nullable FaultRecipient recipient) {
        boolean hit = !usedUp() && rule.matches(channel, recipient) && diceAllow();
        if (hit) {
            strikes++;
        }
        return hit;
    }

    boolean usedUp() {
        return rule.count() != null && strikes >= rule.count();
    }

    FaultRule rule() {
        return rule;
    }

    ActiveFault view() {
        Integer remaining = rule.count() == null ? null : rule.count() - strikes;
        return new ActiveFault(id, rule, strikes, remaining);
    }

    private boolean diceAllow() {
        return rule.probability() == null || dice.nextDouble() < rule.probability();
    }
}
