package io.countersign.gateway.web.challenge;

import io.countersign.challenge.Method;
import io.countersign.challenge.Verdict;
import io.countersign.engine.answer.AnswerOutcome;
import io.countersign.engine.answer.Hint;
import io.countersign.engine.status.ChallengeStatus;
import io.countersign.engine.status.ChallengeStatuses;
import io.countersign.events.id.ChallengeId;
import io.countersign.identity.account.Accounts;
import io.countersign.identity.attempt.Attempt;
import io.countersign.identity.method.Offer;
import io.countersign.identity.method.SecondFactor;
import io.countersign.identity.method.stop.MethodStops;
import io.countersign.identity.remembered.RememberedDevices;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the page shows that asks for the second factor: one method at once, and links to others. */
@Component
class ChallengePage {

    private static final Set<Method> CALLED = Set.of(Method.CALL, Method.SMS);

    private final SecondFactor secondFactor;
    private final ChallengeStatuses statuses;
    private final CodePage codePage;
    private final RememberedDevices devices;
    private final Accounts accounts;
    private final MethodStops stops;

    ChallengePage(
            SecondFactor secondFactor,
            ChallengeStatuses statuses,
            CodePage codePage,
            RememberedDevices devices,
            Accounts accounts,
            MethodStops stops) {
        this.stops = stops;
        this.secondFactor = secondFactor;
        this.statuses = statuses;
        this.codePage = codePage;
        this.devices = devices;
        this.accounts = accounts;
    }

    /**
     * Puts into the model what the template {@code way-<way>} shows.
     *
     * @param wanted the word for the method that the person chose; without one, that of the latest
     *     delivery or else the preferred one is shown
     * @return false where they have no method to prove anything by
     */
    boolean fill(
            Model model, Attempt attempt, @Nullable String wanted, boolean expired, Locale locale) {
        if (!model.containsAttribute("notice")) {
            secondFactor
                    .resting(attempt)
                    .ifPresent(reached -> model.addAttribute("notice", Notices.rests(reached)));
        }
        model.addAttribute("unreachable", secondFactor.unreachable(attempt));
        Optional<ChallengeId> challenge = attempt.challenge();
        List<Offer> offers = secondFactor.offers(attempt);
        Optional<Offer> shown =
                named(offers, wanted)
                        .or(() -> challenge.flatMap(id -> delivered(offers, id)))
                        .or(() -> offers.stream().findFirst());
        shown.ifPresent(
                offer -> {
                    model.addAttribute("way", offer.way().word());
                    model.addAttribute("others", others(offers, offer, instead(challenge)));
                    var reader = new PageReader(Journey.of(attempt), offer.factors(), locale);
                    boolean tell = expired && offer.delivered();
                    codePage.fill(model, challenge, offer.method(), reader, tell);
                });
        return shown.isPresent();
    }

    /** Puts into the model who is asked, whether within a session, and why Telegram rests. */
    void sayWho(Model model, Attempt attempt) {
        model.addAttribute("stepsUp", attempt.stepsUp());
        accounts.find(attempt.account())
                .ifPresent(account -> model.addAttribute("who", account.email().value()));
        stops.until(attempt.account(), Method.TELEGRAM, MethodStops.Reason.NOT_ME)
                .ifPresent(until -> model.addAttribute("telegramRests", until));
    }

    /**
     * Puts into the model for how many days the device can be remembered, where it can, and what
     * distinguishes the sign-in from others in the same tab.
     */
    void offerToRemember(Model model, Attempt attempt) {
        devices.days(attempt)
                .ifPresent(
                        days -> {
                            model.addAttribute("rememberDays", days);
                            model.addAttribute("attempt", attempt.id());
                        });
    }

    /** In the words of the delivery that counts. */
    AnswerOutcome asToldTo(Attempt attempt, AnswerOutcome outcome) {
        return switch (outcome) {
            case AnswerOutcome.Wrong(Method method, int left, Optional<Hint> hint)
                    when method == Method.CALL && instead(attempt.challenge()) ->
                    new AnswerOutcome.Wrong(Method.SMS, left, hint);
            case AnswerOutcome.NotACode(Method method)
                    when method == Method.CALL && instead(attempt.challenge()) ->
                    new AnswerOutcome.NotACode(Method.SMS);
            default -> outcome;
        };
    }

    private static Optional<Offer> named(List<Offer> offers, @Nullable String word) {
        return offers.stream().filter(offer -> offer.way().word().equals(word)).findFirst();
    }

    private Optional<Offer> delivered(List<Offer> offers, ChallengeId challenge) {
        return statuses.find(challenge)
                .filter(status -> status.verdict() == Verdict.PENDING)
                .map(ChallengeStatus::delivery)
                .flatMap(delivery -> of(offers, delivery.method()));
    }

    private static Optional<Offer> of(List<Offer> offers, Method method) {
        return offers.stream().filter(offer -> offer.method() == method).findFirst();
    }

    /** Whether calls have become an SMS, so that both ask for the same. */
    private boolean instead(Optional<ChallengeId> challenge) {
        return challenge
                .flatMap(statuses::find)
                .map(ChallengeStatus::delivery)
                .filter(ChallengeStatus.DeliveryStatus::insteadOfCalls)
                .isPresent();
    }

    private static List<String> others(List<Offer> offers, Offer shown, boolean instead) {
        Set<Method> one =
                instead && CALLED.contains(shown.method()) ? CALLED : Set.of(shown.method());
        return offers.stream()
                .filter(offer -> !one.contains(offer.method()))
                .map(offer -> offer.way().word())
                .toList();
    }
}
