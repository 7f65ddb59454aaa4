package io.countersign.identity.history;

import java.util.List;
import java.util.Optional;

/**
 * Some entries, newest first.
 *
 * @param next where the next page begins; empty after the last one
 */
public record HistoryPage(List<HistoryEntry> entries, Optional<String> next) {

    public HistoryPage {
        entries = List.copyOf(entries);
    }
}
