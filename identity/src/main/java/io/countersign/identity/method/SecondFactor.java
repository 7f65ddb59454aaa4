package io.countersign.identity.method;

import io.countersign.challenge.Approved;
import io.countersign.challenge.Challenge;
import io.countersign.challenge.Method;
import io.countersign.challenge.Pending;
import io.countersign.challenge.Round;
import io.countersign.challenge.Verdict;
import io.countersign.challenge.store.Challenges;
import io.countersign.engine.answer.AnswerOutcome;
import io.countersign.engine.limit.GuessLimits.Reached;
import io.countersign.engine.open.ChallengeContext;
import io.countersign.engine.send.SendOutcome;
import io.countersign.events.id.ChallengeId;
import io.countersign.identity.account.AccountId;
import io.countersign.identity.attempt.Attempt;
import io.countersign.identity.attempt.Attempts;
import io.countersign.identity.attempt.Outcome;
import io.countersign.identity.factor.FactorId;
import io.countersign.identity.ledger.GuessLedger;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The second half of signing in, and stepping up, for pages and API alike. */
@Service
public class SecondFactor {

    private final Offers offers;
    private final Attempts attempts;
    private final Challenges challenges;
    private final AttemptChallenge attemptChallenge;
    private final AnswerChallenge answerChallenge;
    private final List<DecidedElsewhere> decided;
    private final GuessLedger ledger;

    SecondFactor(
            Offers offers,
            Attempts attempts,
            Challenges challenges,
            AttemptChallenge attemptChallenge,
            AnswerChallenge answerChallenge,
            List<DecidedElsewhere> decided,
            GuessLedger ledger) {
        this.offers = offers;
        this.attempts = attempts;
        this.challenges = challenges;
        this.attemptChallenge = attemptChallenge;
        this.answerChallenge = answerChallenge;
        this.decided = decided;
        this.ledger = ledger;
    }

    /** Whether the account has a second factor. */
    public boolean needed(AccountId account) {
        return offers.hasFactor(account);
    }

    /** What the person can choose from, the preferred method first. */
    public List<Offer> offers(Attempt attempt) {
        return offers.of(attempt.account()).stream()
                .filter(offer -> resting(attempt, offer).isEmpty())
                .toList();
    }

    /** What else the person could choose, once they have done something for it. */
    public List<Unreachable> unreachable(Attempt attempt) {
        return offers.unreachable(attempt.account());
    }

    /**
     * Why some methods are not among them: after so many wrong codes theirs would not be accepted.
     */
    public Optional<Reached> resting(Attempt attempt) {
        return offers.of(attempt.account()).stream()
                .flatMap(offer -> resting(attempt, offer).stream())
                .min(Comparator.comparing(Reached::until));
    }

    private Optional<Reached> resting(Attempt attempt, Offer offer) {
        return offer.way() instanceof TypedMethod typed
                ? ledger.reached(
                        attempt.account(), attempt.bucket(), typed.chance(attempt.account()))
                : Optional.empty();
    }

    /**
     * Opens the sign-in's challenge and, if the preferred method needs it, has something delivered;
     * empty if it does not.
     */
    public Optional<SendOutcome> begin(Attempt attempt, String address, Locale locale) {
        Optional<ChallengeContext> asked = attemptChallenge.open(attempt, address, locale);
        if (asked.isEmpty()) {
            return Optional.of(suspended(attempt, new SendOutcome.Suspended()));
        }
        return offers(attempt).stream()
                .findFirst()
                .filter(Offer::delivered)
                .map(preferred -> send(asked.get(), preferred, null));
    }

    /**
     * Has something delivered.
     *
     * @param method null for the preferred one of those that deliver
     * @param factor null for the one to try first
     */
    public SendOutcome send(
            Attempt attempt,
            @Nullable Method method,
            @Nullable FactorId factor,
            String address,
            Locale locale) {
        Predicate<Offer> wanted =
                offer -> offer.delivered() && (method == null || offer.method() == method);
        return offers(attempt).stream()
                .filter(wanted)
                .findFirst()
                .map(offer -> send(attempt, offer, factor, address, locale))
                .orElseGet(() -> notSent(attempt, wanted));
    }

    private SendOutcome notSent(Attempt attempt, Predicate<Offer> wanted) {
        return offers.of(attempt.account()).stream()
                .filter(wanted)
                .flatMap(offer -> resting(attempt, offer).stream())
                .findFirst()
                .<SendOutcome>map(SendOutcome.Rests::new)
                .orElseGet(SendOutcome.NotOffered::new);
    }

    private SendOutcome send(
            Attempt attempt,
            Offer offer,
            @Nullable FactorId factor,
            String address,
            Locale locale) {
        return attemptChallenge
                .open(attempt, address, locale)
                .map(asked -> send(asked, offer, factor))
                .orElseGet(() -> suspended(attempt, new SendOutcome.Suspended()));
    }

    /**
     * Judges what was typed; an attempt whose guesses are used up ends.
     *
     * @param method null for that of the latest delivery or, if there was none, the preferred one
     */
    public AnswerOutcome answer(
            Attempt attempt, @Nullable Method method, @Nullable String typed, String address) {
        Method by = method == null ? latest(attempt).orElse(null) : method;
        AnswerOutcome outcome =
                offers.of(attempt.account()).stream()
                        .filter(Offer::typed)
                        .filter(offer -> by == null || offer.method() == by)
                        .findFirst()
                        .map(offer -> answer(attempt, offer, typed, address))
                        .orElseGet(AnswerOutcome.NotOffered::new);
        outcomeOf(outcome).ifPresent(ended -> attempts.end(attempt.id(), ended));
        return outcome;
    }

    /** The number that the page shows, if the method needs one; empty before a challenge. */
    public OptionalInt number(Attempt attempt) {
        return attempt.challenge().stream()
                .flatMap(id -> decided.stream().map(each -> each.number(id)))
                .flatMapToInt(OptionalInt::stream)
                .findFirst();
    }

    /** Whether the person has confirmed elsewhere, according to the store. */
    public boolean confirmed(Attempt attempt) {
        return attempt.challenge().flatMap(challenges::find).stream()
                .anyMatch(
                        challenge ->
                                challenge instanceof Approved approved && by(approved).isPresent());
    }

    /** Takes what the person decided elsewhere as the answer, once it is proven. */
    public AnswerOutcome finish(Attempt attempt, String address) {
        ChallengeContext asked = AttemptChallenge.of(attempt, address, Locale.ROOT);
        Optional<ChallengeId> id = asked.challenge();
        if (id.isPresent() && !decided.stream().allMatch(each -> each.judge(id.get()))) {
            return new AnswerOutcome.Suspended();
        }
        Optional<Challenge> challenge = id.flatMap(challenges::find);
        if (challenge.isPresent()
                && challenge.get() instanceof Approved approved
                && asked.isFor(id.orElseThrow(), approved.terms())
                && by(approved).filter(each -> each.confirmed(approved.terms().id())).isPresent()) {
            return new AnswerOutcome.Right(approved);
        }
        return new AnswerOutcome.Over(
                challenge
                        .map(Challenge::verdict)
                        .filter(verdict -> verdict != Verdict.APPROVED)
                        .orElse(Verdict.EXPIRED));
    }

    private Optional<DecidedElsewhere> by(Approved approved) {
        return decided.stream().filter(each -> each.method() == approved.method()).findFirst();
    }

    private AnswerOutcome answer(
            Attempt attempt, Offer offer, @Nullable String typed, String address) {
        Optional<ChallengeContext> asked =
                offer.delivered()
                        ? Optional.of(AttemptChallenge.of(attempt, address, Locale.ROOT))
                        : attemptChallenge.open(attempt, address, Locale.ROOT);
        return asked.map(about -> answerChallenge.by((TypedMethod) offer.way(), about, typed))
                .orElseGet(AnswerOutcome.Suspended::new);
    }

    private static SendOutcome send(
            ChallengeContext asked, Offer offer, @Nullable FactorId factor) {
        var chosen = factor == null ? offer.factors().stream().findFirst() : offer.factor(factor);
        return chosen.map(to -> ((DeliveredMethod) offer.way()).send(asked, to))
                .orElseGet(SendOutcome.NotOffered::new);
    }

    private Optional<Method> latest(Attempt attempt) {
        return attempt.challenge()
                .flatMap(challenges::find)
                .filter(Pending.class::isInstance)
                .flatMap(found -> ((Pending) found).lastRound())
                .map(Round::method);
    }

    private static Optional<Outcome> outcomeOf(AnswerOutcome answer) {
        return switch (answer) {
            case AnswerOutcome.Over over ->
                    switch (over.verdict()) {
                        case LOCKED -> Optional.of(Outcome.LOCKED);
                        case DENIED -> Optional.of(Outcome.DENIED);
                        case PENDING, APPROVED, EXPIRED -> Optional.empty();
                    };
            case AnswerOutcome.Suspended _ -> Optional.of(Outcome.BARRED);
            case AnswerOutcome.Right _,
                    AnswerOutcome.Wrong _,
                    AnswerOutcome.NotACode _,
                    AnswerOutcome.NotOffered _,
                    AnswerOutcome.Exhausted _ ->
                    Optional.empty();
        };
    }

    private <T> T suspended(Attempt attempt, T outcome) {
        attempts.end(attempt.id(), Outcome.BARRED);
        return outcome;
    }
}
