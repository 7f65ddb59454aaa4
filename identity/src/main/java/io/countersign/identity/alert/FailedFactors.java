package io.countersign.identity.alert;

import io.countersign.events.content.Fact;
import io.countersign.events.content.NoticeKind;
import io.countersign.identity.attempt.Attempts;
import io.countersign.identity.attempt.Origin;
import io.countersign.identity.event.FactorFailure;
import io.countersign.identity.event.SecurityEvent.BudgetSpent;
import io.countersign.identity.event.SecurityEvent.SecondFactorFailed;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells people that a person who had their password, or a session of theirs, failed at the second
 * factor. The first failure is mailed at once, further ones within an hour in one mail when the
 * hour is over.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class FailedFactors {

    private final FailedFactorRows rows;
    private final Alerts alerts;
    private final Attempts attempts;
    private final Clock clock;

    FailedFactors(FailedFactorRows rows, Alerts alerts, Attempts attempts, Clock clock) {
        this.rows = rows;
        this.alerts = alerts;
        this.attempts = attempts;
        this.clock = clock;
    }

    @EventListener
    void on(SecondFactorFailed event) {
        FailedFactor failure =
                new FailedFactor(
                        event.account(),
                        event.attempt(),
                        event.method(),
                        event.how(),
                        clock.instant());
        if (rows.isFirst(failure)) {
            tell(failure, 1);
        }
    }

    /** At once, however many failures are being gathered. */
    @EventListener
    void on(BudgetSpent event) {
        tell(
                new FailedFactor(
                        event.account(),
                        event.attempt(),
                        event.method(),
                        FactorFailure.SPENT,
                        clock.instant()),
                1);
    }

    /** Tells what has gathered for one account whose hour is over; false where there is none. */
    @Transactional
    boolean tellGathered() {
        Optional<FailedFactorRows.Gathered> gathered = rows.takeGathered();
        gathered.filter(each -> each.count() > 0)
                .ifPresent(each -> tell(each.latest(), each.count()));
        return gathered.isPresent();
    }

    private void tell(FailedFactor failure, int count) {
        Origin origin = attempts.origin(failure.attempt());
        Instant at = failure.at();
        alerts.tell(
                failure.account(),
                NoticeKind.SECOND_FACTOR_FAILED,
                new Scene(at, origin.address(), origin.userAgent()),
                Map.of(
                        Fact.METHOD, failure.method().name(),
                        Fact.OUTCOME, failure.how().name(),
                        Fact.COUNT, Integer.toString(count)));
    }
}
