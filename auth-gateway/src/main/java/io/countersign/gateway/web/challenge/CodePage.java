package io.countersign.gateway.web.challenge;

import io.countersign.challenge.Method;
import io.countersign.challenge.Verdict;
import io.countersign.engine.status.ChallengeStatus;
import io.countersign.engine.status.ChallengeStatus.DeliveryStatus;
import io.countersign.engine.status.ChallengeStatuses;
import io.countersign.events.id.ChallengeId;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What every page that asks for a code shows. */
@Component
public class CodePage {

    private final ChallengeStatuses statuses;
    private final LiveViews views;

    CodePage(ChallengeStatuses statuses, LiveViews views) {
        this.statuses = statuses;
        this.views = views;
    }

    /**
     * Puts into the model how the challenge stands, and whether a delivery by the method is under
     * way or has to be asked for.
     *
     * @param expired whether the person comes here because the last one expired
     */
    public void fill(
            Model model,
            Optional<ChallengeId> id,
            Method method,
            PageReader reader,
            boolean expired) {
        Optional<ChallengeStatus> status =
                id.flatMap(statuses::find).filter(found -> found.verdict() != Verdict.EXPIRED);
        model.addAttribute("choices", reader.factors());
        model.addAttribute("asked", status.filter(found -> asks(found, method)).isPresent());
        if (status.isPresent()) {
            ChallengeStatus found = status.get();
            model.addAttribute("status", found);
            model.addAttribute("live", views.view(found, found.now(), reader));
        } else if (expired) {
            model.addAttribute("notice", Notices.EXPIRED);
        }
    }

    private static boolean asks(ChallengeStatus status, Method method) {
        DeliveryStatus delivery = status.delivery();
        return delivery == null
                ? status.verdict() != Verdict.PENDING
                : delivery.method() == method
                        || (method == Method.SMS && delivery.insteadOfCalls());
    }
}
