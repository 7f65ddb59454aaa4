package io.countersign.telegram.update;

import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.telegram.telegrambots.meta.api.objects.Update;

/**
 * Which updates may be acknowledged: those before the first that must come again. Handled updates
 * after it come again too, and are skipped.
 */
final class Backlog {

    private final Set<Integer> handled = ConcurrentHashMap.newKeySet();
    private int offset;

    /** The first update to ask Telegram for; 0 for all that are not acknowledged yet. */
    int offset() {
        return offset;
    }

    /** Those that are not handled yet. */
    List<Update> unhandled(List<Update> updates) {
        return updates.stream().filter(update -> !handled.contains(id(update))).toList();
    }

    /** May be called from several threads at once. */
    void handled(Update update) {
        handled.add(id(update));
    }

    /** Moves forward as far as possible; false where something must come again. */
    boolean settle(List<Update> updates) {
        IntSummaryStatistics open =
                unhandled(updates).stream().mapToInt(Backlog::id).summaryStatistics();
        if (open.getCount() > 0) {
            offset = open.getMin();
        } else if (!updates.isEmpty()) {
            offset = updates.stream().mapToInt(Backlog::id).max().orElseThrow() + 1;
        }
        handled.removeIf(id -> id < offset);
        return open.getCount() == 0;
    }

    private static int id(Update update) {
        return update.getUpdateId();
    }
}
