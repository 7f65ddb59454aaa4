package io.countersign.simulator.handset;

import io.countersign.simulator.sms.TextMessage;
import java.time.Instant;
import java.util.List;

/** A phone that has received something, as the list of all shows it. */
record Handset(String number, int count, Instant latest, String time) {

    /**
     * Sums up a phone.
     *
     * @param messages its messages, oldest first, at least one
     */
    static Handset of(List<TextMessage> messages) {
        TextMessage latest = messages.getLast();
        return new Handset(
                latest.to().e164(), messages.size(), latest.receivedAt(), Bubble.of(latest).time());
    }

    @Override
    public String toString() {
        return "Handset[" + count + "]";
    }
}
