package io.countersign.gateway.alert;

import io.countersign.challenge.Method;
import io.countersign.events.Fact;
import io.countersign.events.NoticeKind;
import io.countersign.events.Purpose;
import io.countersign.gateway.challenge.Alarm;
import io.countersign.gateway.challenge.AnswerOutcome;
import io.countersign.gateway.challenge.Asked;
import io.countersign.gateway.challenge.WrongAnswers;
import io.countersign.gateway.signin.Attempt;
import io.countersign.gateway.signin.Attempts;
import io.countersign.gateway.signin.GuessLimits.Reached;
import io.countersign.gateway.signin.Origin;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells people that somebody who had their password, or a session of theirs, failed at the second
 * factor. The first failure is told at once, further ones within an hour in one mail when the hour
 * is over.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class FailedFactors implements WrongAnswers, Alarm {

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

    /** Whoever adds a phone has passed whatever is asked for; a wrong code is a slip of theirs. */
    @Override
    public void given(Asked asked, Method method, AnswerOutcome outcome) {
        if (asked.purpose() != Purpose.ENROLMENT) {
            UUID attempt = UUID.fromString(asked.binding());
            FactorFailure how =
                    outcome instanceof AnswerOutcome.Over
                            ? FactorFailure.LOCKED
                            : FactorFailure.WRONG_CODE;
            note(asked.account(), attempt, method, how);
        }
    }

    /** At once, however many failures are being gathered. */
    @Override
    public void spent(Asked asked, Method method, Reached reached) {
        if (asked.purpose() != Purpose.ENROLMENT) {
            UUID attempt = UUID.fromString(asked.binding());
            tell(
                    new FailedFactor(
                            asked.account(), attempt, method, FactorFailure.SPENT, clock.instant()),
                    1);
        }
    }

    @Override
    public void refused(Attempt attempt, boolean notMe) {
        if (notMe) {
            Map<Fact, String> method = Map.of(Fact.METHOD, Method.TELEGRAM.name());
            alerts.tell(attempt, NoticeKind.SIGN_IN_DENIED, method);
        } else {
            note(attempt.account(), attempt.id(), Method.TELEGRAM, FactorFailure.DENIED);
        }
    }

    @Override
    public void suspended(UUID account, Method method) {
        alerts.tell(account, NoticeKind.METHOD_SUSPENDED, Map.of(Fact.METHOD, method.name()));
    }

    private void note(UUID account, UUID attempt, Method method, FactorFailure how) {
        var failure = new FailedFactor(account, attempt, method, how, clock.instant());
        if (rows.isFirst(failure)) {
            tell(failure, 1);
        }
    }

    /** Tells what has gathered for one account whose hour is over; false where there is none. */
    @Transactional
    public boolean tellGathered() {
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
