package io.countersign.telegram.edit;

import io.countersign.challenge.Approved;
import io.countersign.challenge.Challenge;
import io.countersign.challenge.Denied;
import io.countersign.challenge.Expired;
import io.countersign.challenge.Locked;
import io.countersign.challenge.Method;
import io.countersign.challenge.Pending;
import io.countersign.challenge.store.Challenges;
import io.countersign.events.Statement.Decision;
import io.countersign.telegram.prompt.PressedDecisions;
import io.countersign.telegram.prompt.Prompt;
import io.countersign.telegram.prompt.Question;
import io.countersign.telegram.text.Phrase;
import java.util.Optional;

/** Says what has become of a question. */
final class LastLines {

    private final Challenges challenges;
    private final PressedDecisions decisions;

    LastLines(Challenges challenges, PressedDecisions decisions) {
        this.challenges = challenges;
        this.decisions = decisions;
    }

    /**
     * Goes by what the store knows now.
     *
     * @throws io.countersign.challenge.store.StoreUnavailable when the store does not answer
     */
    LastLine of(Prompt prompt) {
        Question question = prompt.question();
        Optional<Decision> pressedHere =
                decisions
                        .standing(question.challenge())
                        .filter(decision -> decision.delivery().equals(question.delivery()));
        Optional<Challenge> challenge = challenges.find(question.challenge());
        if (challenge.isEmpty()) {
            return LastLine.last(Phrase.EXPIRED);
        }
        return switch (challenge.get()) {
            case Pending _ -> pending(prompt, pressedHere);
            case Approved(_, Method method, _, _) -> approved(method, pressedHere);
            case Denied _ -> denied(pressedHere);
            case Locked _ -> LastLine.last(Phrase.LOCKED);
            case Expired _ -> LastLine.last(Phrase.EXPIRED);
        };
    }

    private LastLine pending(Prompt prompt, Optional<Decision> pressedHere) {
        if (!challenges.now().isBefore(prompt.deadline())) {
            return LastLine.last(Phrase.EXPIRED);
        }
        return pressedHere
                .map(
                        decision ->
                                decision.chosen() == null
                                        ? LastLine.forNow(Phrase.PRESSED_REFUSAL)
                                        : LastLine.forNow(Phrase.PRESSED_NUMBER, decision.chosen()))
                .orElseGet(() -> LastLine.forNow(Phrase.QUESTION_CHOOSE));
    }

    private static LastLine approved(Method method, Optional<Decision> pressedHere) {
        if (method != Method.TELEGRAM) {
            return LastLine.last(Phrase.CONFIRMED_OTHERWISE);
        }
        return pressedHere
                .map(Decision::chosen)
                .map(chosen -> LastLine.last(Phrase.CONFIRMED, chosen))
                .orElseGet(() -> LastLine.last(Phrase.CONFIRMED_ELSEWHERE));
    }

    private static LastLine denied(Optional<Decision> pressedHere) {
        return pressedHere
                .map(
                        decision ->
                                decision.chosen() == null
                                        ? LastLine.last(Phrase.REFUSED)
                                        : LastLine.last(Phrase.WRONG_NUMBER, decision.chosen()))
                .orElseGet(() -> LastLine.last(Phrase.REFUSED_ELSEWHERE));
    }
}
