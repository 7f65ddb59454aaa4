package io.countersign.gateway.challenge;

import io.countersign.broker.PublishOutcome;
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
import io.countersign.delivery.Claims;
import io.countersign.delivery.Deliveries;
import io.countersign.delivery.Head;
import io.countersign.delivery.Queued;
import io.countersign.events.ChallengeId;
import io.countersign.events.Channel;
import io.countersign.gateway.phone.Phone;
import io.countersign.gateway.phone.ServedRegions;
import java.security.SecureRandom;
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
    private final Deliveries deliveries;
    private final Codes codes;
    private final LimitRules limits;
    private final CodeRequests requests;
    private final ResendRule resendRule;
    private final ChallengeSettings settings;
    private final SecureRandom random;
    private final ServedRegions served;

    SendCode(
            Challenges challenges,
            Deliveries deliveries,
            Codes codes,
            LimitRules limits,
            CodeRequests requests,
            ResendRule resendRule,
            ChallengeSettings settings,
            SecureRandom random,
            ServedRegions served) {
        this.challenges = challenges;
        this.deliveries = deliveries;
        this.codes = codes;
        this.limits = limits;
        this.requests = requests;
        this.resendRule = resendRule;
        this.settings = settings;
        this.random = random;
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
        Instant now = challenges.now();
        ChallengeId id = ChallengeId.next(random);
        Terms terms =
                new Terms(
                        id,
                        asked.purpose(),
                        asked.account().toString(),
                        asked.binding(),
                        now,
                        now.plus(settings.lifetime()));
        Round round = round(1, phone, now);
        Pending challenge =
                new Pending(terms, settings.guesses(), codes.draw(terms), List.of(round));
        return switch (challenges.open(challenge, dispatch(challenge, round, asked, phone))) {
            case Updated.Done<Pending>(Pending stored) -> {
                opened.accept(id);
                yield publish(stored, round, asked, phone);
            }
            case Updated.Limited<Pending>(String limit, Instant retryAt) ->
                    new SendOutcome.Limited(limit, retryAt);
            case Updated.Missing<Pending> _ -> throw new IllegalStateException("opened nothing");
        };
    }

    private SendOutcome again(Challenge seen, Asked asked, Phone phone) {
        ResendRule.Free free = resendRule.freeAfter(seen);
        Updated<Resend> updated =
                challenges.update(
                        seen.terms().id(),
                        (current, now) -> {
                            if (!(current instanceof Pending pending)) {
                                return Change.to(current, new Resend.Over(current.verdict()));
                            }
                            Instant possibleAt = free.possibleAt(pending, settings.resendAfter());
                            if (now.isBefore(possibleAt)) {
                                return Change.to(current, new Resend.TooSoon(possibleAt));
                            }
                            Round round = round(pending.nextRound(), phone, now);
                            Pending next = pending.with(round);
                            return new Change<>(
                                    next,
                                    new Resend.Granted(next, round),
                                    dispatch(next, round, asked, phone));
                        });
        return switch (updated) {
            case Updated.Done<Resend>(Resend.Granted granted) ->
                    publish(granted.challenge(), granted.round(), asked, phone);
            case Updated.Done<Resend>(Resend.TooSoon(Instant possibleAt)) ->
                    new SendOutcome.TooSoon(possibleAt);
            case Updated.Done<Resend>(Resend.Over(Verdict verdict)) ->
                    new SendOutcome.Over(verdict);
            case Updated.Limited<Resend>(String limit, Instant retryAt) ->
                    new SendOutcome.Limited(limit, retryAt);
            case Updated.Missing<Resend> _ -> new SendOutcome.Over(Verdict.EXPIRED);
        };
    }

    private SendOutcome publish(Pending challenge, Round round, Asked asked, Phone phone) {
        ChallengeId id = challenge.terms().id();
        PublishOutcome outcome = requests.publish(challenge, round, phone, asked.locale());
        if (outcome instanceof PublishOutcome.NotPublished) {
            // Before the person is told: a late record must not be claimed any more.
            var _ = deliveries.update(round.firstDelivery(id), Claims.notPublished());
            return new SendOutcome.NotTaken(id);
        }
        return new SendOutcome.OnItsWay(id);
    }

    private static Round round(int number, Phone phone, Instant now) {
        return new Round(number, Method.SMS, phone.id().toString(), List.of(Channel.SMS), now);
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
