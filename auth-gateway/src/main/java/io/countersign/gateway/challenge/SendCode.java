package io.countersign.gateway.challenge;

import io.countersign.challenge.Challenge;
import io.countersign.challenge.Challenges;
import io.countersign.challenge.Change;
import io.countersign.challenge.Dispatch;
import io.countersign.challenge.Method;
import io.countersign.challenge.Pending;
import io.countersign.challenge.Round;
import io.countersign.challenge.Terms;
import io.countersign.challenge.Updated;
import io.countersign.challenge.Verdict;
import io.countersign.delivery.Head;
import io.countersign.delivery.Queued;
import io.countersign.events.Channel;
import io.countersign.gateway.phone.Phone;
import io.countersign.gateway.phone.ServedRegions;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;

/**
 * Sends the code of a challenge to a phone. A resend carries the same code, so whichever message
 * arrives first works.
 */
@Service
public class SendCode {

    private final Challenges challenges;
    private final LimitRules limits;
    private final CodeRequests requests;
    private final ResendRule resendRule;
    private final ServedRegions served;

    SendCode(
            Challenges challenges,
            LimitRules limits,
            CodeRequests requests,
            ResendRule resendRule,
            ServedRegions served) {
        this.challenges = challenges;
        this.limits = limits;
        this.requests = requests;
        this.resendRule = resendRule;
        this.served = served;
    }

    /** Sends the code by SMS. */
    public SendOutcome bySms(Asked asked, Phone phone) {
        if (!served.contains(phone.region())) {
            return new SendOutcome.CountryNotServed();
        }
        return asked.challenge()
                .flatMap(challenges::find)
                .map(challenge -> send(challenge, asked, phone))
                .orElseGet(() -> new SendOutcome.Over(Verdict.EXPIRED));
    }

    private SendOutcome send(Challenge seen, Asked asked, Phone phone) {
        ResendRule.Waiting waiting = resendRule.after(seen);
        Updated<Next> updated =
                challenges.update(
                        seen.terms().id(),
                        (current, now) -> next(current, now, waiting, asked, phone));
        return switch (updated) {
            case Updated.Done<Next>(Next.Granted granted) ->
                    requests.send(granted.challenge(), granted.round(), phone, asked.locale());
            case Updated.Done<Next>(Next.TooSoon(Instant possibleAt)) ->
                    new SendOutcome.TooSoon(possibleAt);
            case Updated.Done<Next>(Next.Over(Verdict verdict)) -> new SendOutcome.Over(verdict);
            case Updated.Limited<Next>(String limit, Instant retryAt) ->
                    new SendOutcome.Limited(limit, retryAt);
            case Updated.Missing<Next> _ -> new SendOutcome.Over(Verdict.EXPIRED);
        };
    }

    private Change<Next> next(
            Challenge current, Instant now, ResendRule.Waiting waiting, Asked asked, Phone phone) {
        if (!(current instanceof Pending pending)) {
            return Change.to(current, new Next.Over(current.verdict()));
        }
        Instant possibleAt = waiting.possibleAt(pending, phone.id().toString());
        if (now.isBefore(possibleAt)) {
            return Change.to(current, new Next.TooSoon(possibleAt));
        }
        Round round = round(pending, phone, now);
        Pending next = pending.with(round);
        return new Change<>(
                next, new Next.Granted(next, round), dispatch(next, round, asked, phone));
    }

    private static Round round(Pending challenge, Phone phone, Instant now) {
        String factor = phone.id().toString();
        return new Round(challenge.nextRound(), Method.SMS, factor, List.of(Channel.SMS), now);
    }

    private Dispatch dispatch(Pending challenge, Round round, Asked asked, Phone phone) {
        Terms terms = challenge.terms();
        Queued queued =
                new Queued(
                        new Head(round.firstDelivery(terms.id()), Channel.SMS, terms.deadline()));
        return new Dispatch(List.of(queued), limits.of(asked.account(), phone, asked.address()));
    }

    private sealed interface Next {
        record Granted(Pending challenge, Round round) implements Next {}

        record TooSoon(Instant possibleAt) implements Next {}

        record Over(Verdict verdict) implements Next {}
    }
}
