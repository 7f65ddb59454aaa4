package io.countersign.gateway.web.security;

import io.countersign.challenge.Method;
import io.countersign.gateway.access.Access;
import io.countersign.gateway.access.OpenTo;
import io.countersign.identity.caller.SignedIn;
import io.countersign.identity.history.HistoryPage;
import io.countersign.identity.history.LoginHistory;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page that shows who signed in, and who tried. */
@Controller
class HistoryController {

    private static final int ON_A_PAGE = 20;

    private final LoginHistory history;

    HistoryController(LoginHistory history) {
        this.history = history;
    }

    /**
     * One page of the history.
     *
     * @param from where it begins; the newest entry if that is invalid
     */
    @OpenTo(Access.SIGNED_IN)
    @GetMapping("/security/history")
    String page(
            SignedIn who,
            HistoryQuery query,
            @RequestParam(required = false) @Nullable String from,
            Locale locale,
            Model model) {
        HistoryPage page = history.page(who.account(), query.filter(), locale, from, ON_A_PAGE);
        model.addAttribute("history", page);
        model.addAttribute("query", query);
        model.addAttribute("methods", Method.values());
        model.addAttribute("newest", query.link(null));
        model.addAttribute("older", page.next().map(query::link).orElse(null));
        model.addAttribute("own", who.attempt());
        model.addAttribute("continued", from != null);
        return "history";
    }
}
