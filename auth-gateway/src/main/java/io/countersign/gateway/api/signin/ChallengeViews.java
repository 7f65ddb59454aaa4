package io.countersign.gateway.api.signin;

import io.countersign.gateway.api.signin.ChallengeView.Way;
import io.countersign.gateway.challenge.ChallengeStatuses;
import io.countersign.gateway.challenge.SecondFactor;
import io.countersign.gateway.signin.Attempt;
import io.countersign.gateway.signin.Attempts;
import java.util.UUID;
import org.springframework.stereotype.Component;

@Component
class ChallengeViews {

    private final Attempts attempts;
    private final SecondFactor secondFactor;
    private final ChallengeStatuses statuses;

    ChallengeViews(Attempts attempts, SecondFactor secondFactor, ChallengeStatuses statuses) {
        this.attempts = attempts;
        this.secondFactor = secondFactor;
        this.statuses = statuses;
    }

    /** As it is since the request changed it. */
    ChallengeView of(UUID attempt) {
        return of(attempts.find(attempt).orElseThrow());
    }

    ChallengeView of(Attempt attempt) {
        return new ChallengeView(
                attempt.deadline(),
                secondFactor.offers(attempt).stream().map(Way::of).toList(),
                attempt.challenge().flatMap(statuses::find).orElse(null));
    }
}
