package io.countersign.engine.send;

import io.countersign.challenge.Challenge;
import io.countersign.challenge.Pending;
import io.countersign.challenge.Round;
import io.countersign.challenge.Verdict;
import io.countersign.challenge.store.Challenges;
import io.countersign.challenge.store.Change;
import io.countersign.challenge.store.Dispatch;
import io.countersign.challenge.store.Updated;
import io.countersign.delivery.Head;
import io.countersign.delivery.Queued;
import io.countersign.engine.open.ChallengeContext;
import io.countersign.engine.send.SendRequest.SetOut;
import io.countersign.events.id.ChallengeId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Service;

/**
 * Sends for a challenge: in one step it stores the rounds, their deliveries and the limits that
 * they take, then hands them to the broker.
 */
@Service
public class SendChallenge {

    private final Challenges challenges;
    private final DeliveryRequests requests;
    private final ResendRule resendRule;

    SendChallenge(Challenges challenges, DeliveryRequests requests, ResendRule resendRule) {
        this.challenges = challenges;
        this.requests = requests;
        this.resendRule = resendRule;
    }

    /**
     * Sends what the challenge now requires. A request that has sent before sends nothing new: what
     * it set out but did not hand over goes under the ids that it has.
     *
     * @param sending may read the store; called again if another request comes in between; empty
     *     where nothing can be sent any more
     */
    public SendOutcome send(
            ChallengeContext asked, Function<Pending, Optional<DeliveryPlan>> sending) {
        while (true) {
            Optional<Challenge> seen = asked.challenge().flatMap(challenges::find);
            if (seen.isEmpty() || !(seen.get() instanceof Pending pending)) {
                return new SendOutcome.Over(seen.map(Challenge::verdict).orElse(Verdict.EXPIRED));
            }
            Optional<DeliveryPlan> next = sending.apply(pending);
            Optional<SetOut> before = SendRequest.current().flatMap(SendRequest::before);
            if (before.isPresent()) {
                return requests.again(pending, before.get(), next, asked);
            }
            if (next.isEmpty()) {
                return new SendOutcome.NotOffered();
            }
            Optional<SendOutcome> outcome = send(asked, pending, next.get());
            if (outcome.isPresent()) {
                return outcome.get();
            }
        }
    }

    /** Empty where another request came in between. */
    private Optional<SendOutcome> send(ChallengeContext asked, Pending seen, DeliveryPlan sending) {
        ResendRule.Waiting waiting = resendRule.after(seen);
        Updated<Next> updated =
                challenges.update(
                        seen.terms().id(),
                        (current, now) -> next(current, seen, now, waiting, sending));
        return switch (updated) {
            case Updated.Done<Next>(Next.Granted granted) -> {
                SetOut sent = SetOut.of(granted.challenge().terms().id(), granted.rounds());
                SendRequest.current().ifPresent(request -> request.setOut(sent));
                yield Optional.of(
                        requests.send(granted.challenge(), granted.rounds(), sending, asked));
            }
            case Updated.Done<Next>(Next.TooSoon(Instant possibleAt)) ->
                    Optional.of(new SendOutcome.TooSoon(possibleAt));
            case Updated.Done<Next>(Next.Over(Verdict verdict)) ->
                    Optional.of(new SendOutcome.Over(verdict));
            case Updated.Done<Next>(Next.Overtaken _) -> Optional.empty();
            case Updated.Limited<Next>(String limit, Instant retryAt) ->
                    Optional.of(new SendOutcome.Limited(limit, retryAt));
            case Updated.Missing<Next> _ -> Optional.of(new SendOutcome.Over(Verdict.EXPIRED));
        };
    }

    private static Change<Next> next(
            Challenge current,
            Pending seen,
            Instant now,
            ResendRule.Waiting waiting,
            DeliveryPlan sending) {
        if (!(current instanceof Pending pending)) {
            return Change.to(current, new Next.Over(current.verdict()));
        }
        String factor = sending.routes().getFirst().factor().toString();
        if (waiting.tooSoon(pending, factor, now)) {
            return Change.to(current, new Next.TooSoon(waiting.possibleAt(pending, factor)));
        }
        if (!pending.rounds().equals(seen.rounds())) {
            return Change.to(current, new Next.Overtaken());
        }
        return granted(pending, now, sending);
    }

    private static Change<Next> granted(Pending pending, Instant now, DeliveryPlan sending) {
        Pending next = pending;
        List<Round> rounds = new ArrayList<>();
        List<Queued> deliveries = new ArrayList<>();
        for (PlannedRoute planned : sending.routes()) {
            Round round =
                    new Round(
                            next.nextRound(),
                            sending.method(),
                            planned.factor().toString(),
                            planned.channels(),
                            now);
            next = next.with(round);
            rounds.add(round);
            deliveries.add(queued(next, round));
        }
        return new Change<>(
                next, new Next.Granted(next, rounds), new Dispatch(deliveries, sending.limits()));
    }

    private static Queued queued(Pending challenge, Round round) {
        ChallengeId id = challenge.terms().id();
        return new Queued(
                new Head(
                        round.firstDelivery(id),
                        round.route().getFirst(),
                        challenge.terms().deadline()));
    }

    private sealed interface Next {
        record Granted(Pending challenge, List<Round> rounds) implements Next {}

        record TooSoon(Instant possibleAt) implements Next {}

        record Over(Verdict verdict) implements Next {}

        record Overtaken() implements Next {}
    }
}
