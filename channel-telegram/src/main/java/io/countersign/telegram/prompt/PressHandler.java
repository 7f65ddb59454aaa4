package io.countersign.telegram.prompt;

import io.countersign.challenge.Challenge;
import io.countersign.challenge.Verdict;
import io.countersign.challenge.store.Challenges;
import io.countersign.delivery.Claimed;
import io.countersign.delivery.store.Deliveries;
import io.countersign.events.id.DeliveryId;
import io.countersign.telegram.prompt.BotReply.Again;
import io.countersign.telegram.prompt.BotReply.Say;
import io.countersign.telegram.text.Phrase;
import java.util.List;
import java.util.Optional;

/**
 * Judges whether a press counts: it must come from the person to whom the question was sent, in
 * their own chat, from that very message and with its nonce, before the deadline.
 */
public final class PressHandler {

    private final Prompts prompts;
    private final Challenges challenges;
    private final Deliveries deliveries;
    private final PressedDecisions decisions;

    public PressHandler(
            Prompts prompts,
            Challenges challenges,
            Deliveries deliveries,
            PressedDecisions decisions) {
        this.prompts = prompts;
        this.challenges = challenges;
        this.deliveries = deliveries;
        this.decisions = decisions;
    }

    /**
     * Passes on what counts and says what became of it; doing so again is harmless.
     *
     * @throws io.countersign.challenge.store.StoreUnavailable when the store does not answer
     */
    public BotReply take(Press press) {
        if (!press.inOwnChat()) {
            return new Say(Phrase.PRESS_NOT_YOURS);
        }
        Optional<PromptButton> button = PromptButton.read(press.data());
        if (button.isEmpty()) {
            return new Say(Phrase.PRESS_UNKNOWN);
        }
        return prompts.find(button.get().delivery())
                .map(prompt -> judge(press, button.get(), prompt))
                .orElseGet(() -> unknown(button.get().delivery()));
    }

    private BotReply judge(Press press, PromptButton button, Prompt prompt) {
        Question question = prompt.question();
        if (press.chat() != question.chat()) {
            return new Say(Phrase.PRESS_NOT_YOURS);
        }
        if (press.message() != prompt.message()
                || !button.nonce().is(question.nonce())
                || !offers(question, button)) {
            return new Say(Phrase.PRESS_UNKNOWN);
        }
        if (!challenges.now().isBefore(prompt.deadline())) {
            return say(Phrase.PRESS_TOO_LATE, question);
        }
        return switch (verdict(question)) {
            case PENDING -> decisions.pass(prompt, button.chosen());
            case APPROVED, DENIED, LOCKED -> say(Phrase.PRESS_TOO_MANY, question);
            case EXPIRED -> say(Phrase.PRESS_TOO_LATE, question);
        };
    }

    private static boolean offers(Question question, PromptButton button) {
        return button.chosen() == null || question.numbers().contains(button.chosen());
    }

    private Verdict verdict(Question question) {
        return challenges
                .find(question.challenge())
                .map(Challenge::verdict)
                .orElse(Verdict.EXPIRED);
    }

    /** A person can be quicker than the worker, which has yet to store what it sent. */
    private BotReply unknown(DeliveryId delivery) {
        boolean beingSent =
                deliveries.find(List.of(delivery)).get(delivery) instanceof Claimed claimed
                        && claimed.leaseLiveAt(challenges.now());
        return beingSent ? new Again() : new Say(Phrase.PRESS_UNKNOWN);
    }

    private static BotReply say(Phrase phrase, Question question) {
        return new Say(phrase, List.of(), question.locale());
    }
}
