package io.countersign.gateway.api.signin;

import io.countersign.engine.status.ChallengeStatuses;
import io.countersign.gateway.api.signin.ChallengeView.Way;
import io.countersign.identity.attempt.Attempt;
import io.countersign.identity.attempt.AttemptId;
import io.countersign.identity.attempt.Attempts;
import io.countersign.identity.method.Offer;
import io.countersign.identity.method.SecondFactor;
import io.countersign.identity.remembered.RememberedDevices;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class ChallengeViews {

    private final Attempts attempts;
    private final SecondFactor secondFactor;
    private final ChallengeStatuses statuses;
    private final RememberedDevices devices;

    ChallengeViews(
            Attempts attempts,
            SecondFactor secondFactor,
            ChallengeStatuses statuses,
            RememberedDevices devices) {
        this.attempts = attempts;
        this.secondFactor = secondFactor;
        this.statuses = statuses;
        this.devices = devices;
    }

    /** The state after the request changed it. */
    ChallengeView of(AttemptId attempt) {
        return of(attempts.find(attempt).orElseThrow());
    }

    private @Nullable Integer number(Attempt attempt) {
        OptionalInt number = secondFactor.number(attempt);
        boolean asked = secondFactor.offers(attempt).stream().anyMatch(Offer::decidedElsewhere);
        return asked ? orNull(number) : null;
    }

    private static @Nullable Integer orNull(OptionalInt number) {
        return number.isPresent() ? number.getAsInt() : null;
    }

    ChallengeView of(Attempt attempt) {
        return new ChallengeView(
                attempt.deadline(),
                secondFactor.offers(attempt).stream().map(Way::of).toList(),
                secondFactor.unreachable(attempt),
                secondFactor.resting(attempt).orElse(null),
                number(attempt),
                orNull(devices.days(attempt)),
                attempt.challenge().flatMap(statuses::find).orElse(null));
    }
}
