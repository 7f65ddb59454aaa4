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
import io.countersign.events.ChallengeId;
import io.countersign.events.Channel;
import io.countersign.gateway.phone.Phone;
import io.countersign.gateway.phone.ServedRegions;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;

/**
 * Sends the code of a challenge to a phone, opening the challenge where there is none. A resend
 * carries the same code, so whichever message arrives first works.
 */
@Service
public class SendCode {

    private final Challenges challenges;
    private final NewChallenges newChallenges;
    private final LimitRules limits;
    private final CodeRequests requests;
    private final ResendRule resendRule;
    private final ServedRegions served;

    SendCode(
            Challenges challenges,
            NewChallenges newChallenges,
            LimitRules limits,
            CodeRequests requests,
            ResendRule resendRule,
            ServedRegions served) {
        this.challenges = challenges;
        this.newChallenges = newChallenges;
        this.limits = limits;
        this.requests = requests;
        this.resendRule = resendRule;
        this.served = served;
    }

    /**
     * Sends the code by SMS.
     *
     * @param opened told of a challenge that is new, before anything is sent for it
     */
    public SendOutcome bySms(Asked asked, Phone phone, Consumer<ChallengeId> opened) {
        if (!served.contains(phone.region())) {
            return new SendOutcome.CountryNotServed();
        }
        return asked.challenge()
                .flatMap(challenges::find)
                .filter(challenge -> challenge.verdict() != Verdict.EXPIRED)
                .map(challenge -> again(challenge, asked, phone))
                .orElseGet(() -> first(asked, phone, opened));
    }

    private SendOutcome first(Asked asked, Phone phone, Consumer<ChallengeId> opened) {
        Pending fresh = newChallenges.withCode(asked);
        Round round = round(fresh, phone, fresh.terms().openedAt());
        Pending challenge = fresh.with(round);
        return switch (challenges.open(challenge, dispatch(challenge, round, asked, phone))) {
            case Updated.Done<Pending>(Pending stored) -> {
                opened.accept(stored.terms().id());
                yield requests.send(stored, round, phone, asked.locale());
            }
            case Updated.Limited<Pending>(String limit, Instant retryAt) ->
                    new SendOutcome.Limited(limit, retryAt);
            case Updated.Missing<Pending> _ -> throw new IllegalStateException("opened nothing");
        };
    }

    private SendOutcome again(Challenge seen, Asked asked, Phone phone) {
        ResendRule.Waiting waiting = resendRule.after(seen);
        Updated<Resend> updated =
                challenges.update(
                        seen.terms().id(),
                        (current, now) -> resend(current, now, waiting, asked, phone));
        return switch (updated) {
            case Updated.Done<Resend>(Resend.Granted granted) ->
                    requests.send(granted.challenge(), granted.round(), phone, asked.locale());
            case Updated.Done<Resend>(Resend.TooSoon(Instant possibleAt)) ->
                    new SendOutcome.TooSoon(possibleAt);
            case Updated.Done<Resend>(Resend.Over(Verdict verdict)) ->
                    new SendOutcome.Over(verdict);
            case Updated.Limited<Resend>(String limit, Instant retryAt) ->
                    new SendOutcome.Limited(limit, retryAt);
            case Updated.Missing<Resend> _ -> new SendOutcome.Over(Verdict.EXPIRED);
        };
    }

    private Change<Resend> resend(
            Challenge current, Instant now, ResendRule.Waiting waiting, Asked asked, Phone phone) {
        if (!(current instanceof Pending pending)) {
            return Change.to(current, new Resend.Over(current.verdict()));
        }
        Instant possibleAt = waiting.possibleAt(pending, phone.id().toString());
        if (now.isBefore(possibleAt)) {
            return Change.to(current, new Resend.TooSoon(possibleAt));
        }
        Round round = round(pending, phone, now);
        Pending next = pending.with(round);
        return new Change<>(
                next, new Resend.Granted(next, round), dispatch(next, round, asked, phone));
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

    private sealed interface Resend {
        record Granted(Pending challenge, Round round) implements Resend {}

        record TooSoon(Instant possibleAt) implements Resend {}

        record Over(Verdict verdict) implements Resend {}
    }
}
