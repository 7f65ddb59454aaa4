package io.countersign.gateway.api.history;

import io.countersign.challenge.Method;
import io.countersign.gateway.access.Access;
import io.countersign.gateway.access.OpenTo;
import io.countersign.identity.caller.SignedIn;
import io.countersign.identity.history.HistoryEntry;
import io.countersign.identity.history.HistoryFilter;
import io.countersign.identity.history.HistoryPage;
import io.countersign.identity.history.LoginHistory;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who signed in to the account, and who tried. */
@RestController
class HistoryResource {

    private static final int PAGE = 20;

    private final LoginHistory history;

    HistoryResource(LoginHistory history) {
        this.history = history;
    }

    /**
     * One page, newest first.
     *
     * @param next what to ask for as {@code from} to get the next page; null after the last one
     */
    record HistoryView(List<HistoryEntry> entries, @Nullable String next) {

        HistoryView {
            entries = List.copyOf(entries);
        }
    }

    /**
     * {@value #PAGE} entries; without {@code from}, the newest.
     *
     * @param failures only those that did not end as wanted
     * @param method only those with this second factor
     * @param since only those that began at or after
     * @param until only those that began before
     */
    @OpenTo(Access.SIGNED_IN)
    @GetMapping("/api/v1/history")
    HistoryView history(
            SignedIn who,
            @RequestParam(defaultValue = "false") boolean failures,
            @RequestParam(required = false) @Nullable Method method,
            @RequestParam(required = false) @Nullable Instant since,
            @RequestParam(required = false) @Nullable Instant until,
            @RequestParam(required = false) @Nullable String from,
            Locale locale) {
        HistoryFilter filter = new HistoryFilter(failures, method, since, until);
        HistoryPage page = history.page(who.account(), filter, locale, from, PAGE);
        return new HistoryView(page.entries(), page.next().orElse(null));
    }
}
