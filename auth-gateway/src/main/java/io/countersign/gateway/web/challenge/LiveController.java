package io.countersign.gateway.web.challenge;

import io.countersign.gateway.access.Access;
import io.countersign.gateway.access.OpenTo;
import io.countersign.gateway.session.Sessions;
import io.countersign.identity.attempt.Attempt;
import io.countersign.identity.factor.Factor;
import io.countersign.identity.method.SecondFactor;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.CurrentSecurityContext;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Keeps the page that asks for the second factor up to date; each answer is a LiveView. */
@RestController
@RequestMapping("/challenge")
class LiveController {

    private static final String ENDED = "/sign-in?ended";

    private final Sessions sessions;
    private final SecondFactor secondFactor;
    private final LiveChallenge live;

    LiveController(Sessions sessions, SecondFactor secondFactor, LiveChallenge live) {
        this.sessions = sessions;
        this.secondFactor = secondFactor;
        this.live = live;
    }

    /** For browsers that cannot keep a stream open. */
    @OpenTo(Access.CHALLENGED)
    @GetMapping("/status")
    LiveView status(
            @CurrentSecurityContext(expression = "authentication") Authentication visitor,
            Locale locale) {
        return pending(visitor)
                .map(attempt -> live.look(attempt.challenge(), reader(attempt, locale)))
                .orElseGet(() -> live.leadingTo(ENDED, locale));
    }

    @OpenTo(Access.CHALLENGED)
    @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void events(
            @CurrentSecurityContext(expression = "authentication") Authentication visitor,
            Locale locale,
            HttpMethod method,
            HttpServletResponse response)
            throws InterruptedException {
        Optional<Attempt> attempt = pending(visitor);
        if (method.equals(HttpMethod.HEAD)) {
            live.begin(response);
        } else if (attempt.isEmpty()) {
            live.leadTo(ENDED, locale, response);
        } else {
            live.follow(attempt.get().challenge(), reader(attempt.get(), locale), response);
        }
    }

    private PageReader reader(Attempt attempt, Locale locale) {
        List<Factor> factors =
                secondFactor.offers(attempt).stream()
                        .flatMap(offer -> offer.factors().stream())
                        .toList();
        return new PageReader(Journey.of(attempt), factors, locale);
    }

    private Optional<Attempt> pending(Authentication visitor) {
        return sessions.awaiting(visitor).filter(Attempt::pending);
    }
}
