package io.countersign.gateway.web.phone;

import io.countersign.gateway.access.Access;
import io.countersign.gateway.access.OpenTo;
import io.countersign.gateway.web.challenge.LiveChallenge;
import io.countersign.gateway.web.challenge.LiveView;
import io.countersign.identity.caller.SignedIn;
import io.countersign.identity.factor.FactorId;
import io.countersign.identity.factor.phone.PendingPhone;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Keeps the page that proves a phone up to date; each answer is a LiveView. */
@RestController
@RequestMapping("/security/phones/{phone}/proof")
class LiveProofController {

    private final Proofs proofs;
    private final LiveChallenge live;

    LiveProofController(Proofs proofs, LiveChallenge live) {
        this.proofs = proofs;
        this.live = live;
    }

    /** For browsers that cannot keep a stream open. */
    @OpenTo(Access.ENROLLING)
    @GetMapping("/status")
    LiveView status(SignedIn who, @PathVariable FactorId phone, Locale locale) {
        return proofs.find(who, phone)
                .map(pending -> live.look(pending.challenge(), Proofs.reader(pending, locale)))
                .orElseGet(() -> live.leadingTo(Proofs.GONE, locale));
    }

    @OpenTo(Access.ENROLLING)
    @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void events(
            SignedIn who,
            @PathVariable FactorId phone,
            Locale locale,
            HttpMethod method,
            HttpServletResponse response)
            throws InterruptedException {
        Optional<PendingPhone> pending = proofs.find(who, phone);
        if (method.equals(HttpMethod.HEAD)) {
            live.begin(response);
        } else if (pending.isEmpty()) {
            live.leadTo(Proofs.GONE, locale, response);
        } else {
            live.follow(pending.get().challenge(), Proofs.reader(pending.get(), locale), response);
        }
    }
}
