package io.countersign.simulator.home;

import io.countersign.simulator.page.ClockTime;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;

/**
 * Somewhere where something has arrived, as the list shows it.
 *
 * @param name a number, a person's name or a mail address
 * @param count how much has arrived
 */
record HomeEntry(String name, int count, Instant latest, String time) {

    /** Latest first. */
    static final Comparator<HomeEntry> ORDER = Comparator.comparing(HomeEntry::latest).reversed();

    /** Sums up what has arrived at one place, at least one thing. */
    static HomeEntry of(String name, Collection<Instant> arrivals) {
        Instant latest = arrivals.stream().max(Comparator.naturalOrder()).orElseThrow();
        return new HomeEntry(name, arrivals.size(), latest, ClockTime.of(latest));
    }

    @Override
    public String toString() {
        return "Place[" + count + "]";
    }
}
