package io.countersign.gateway.challenge;

import io.countersign.events.Purpose;
import io.countersign.gateway.phone.Phone;
import io.countersign.gateway.phone.Phones;
import io.countersign.gateway.signin.Attempt;
import io.countersign.gateway.signin.Attempts;
import io.countersign.gateway.signin.Outcome;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The second half of signing in, for pages and API alike. */
@Service
public class SecondFactor {

    private final Phones phones;
    private final Attempts attempts;
    private final SendCode sendCode;
    private final AnswerChallenge answerChallenge;

    SecondFactor(
            Phones phones, Attempts attempts, SendCode sendCode, AnswerChallenge answerChallenge) {
        this.phones = phones;
        this.attempts = attempts;
        this.sendCode = sendCode;
        this.answerChallenge = answerChallenge;
    }

    /** Whether the account has a second factor. */
    public boolean needed(UUID account) {
        return !phones.confirmed(account).isEmpty();
    }

    /** What the person can choose from, the preferred one first. */
    public List<Phone> choices(Attempt attempt) {
        return phones.confirmed(attempt.account());
    }

    /**
     * Sends a code by SMS.
     *
     * @param phone the id of one of the account's phones; the preferred one where it is none of
     *     them
     */
    public SendOutcome send(Attempt attempt, @Nullable UUID phone, String address, Locale locale) {
        List<Phone> choices = choices(attempt);
        Phone chosen =
                choices.stream()
                        .filter(choice -> choice.id().equals(phone))
                        .findFirst()
                        .orElseGet(choices::getFirst);
        return sendCode.bySms(
                asked(attempt, address, locale),
                chosen,
                challenge -> attempts.decideBy(attempt.id(), challenge));
    }

    /** Judges a typed code; an attempt whose guesses are used up ends. */
    public AnswerOutcome answer(Attempt attempt, @Nullable String typed, String address) {
        Optional<UUID> texted = answerChallenge.latestFactor(attempt.challenge());
        AnswerOutcome outcome =
                answerChallenge.withCode(asked(attempt, address, Locale.ROOT), typed);
        outcomeOf(outcome).ifPresent(ended -> attempts.end(attempt.id(), ended));
        if (outcome instanceof AnswerOutcome.Right) {
            texted.ifPresent(phone -> phones.used(attempt.account(), phone));
        }
        return outcome;
    }

    private static Optional<Outcome> outcomeOf(AnswerOutcome answer) {
        return switch (answer) {
            case AnswerOutcome.Over over ->
                    switch (over.verdict()) {
                        case LOCKED -> Optional.of(Outcome.LOCKED);
                        case DENIED -> Optional.of(Outcome.DENIED);
                        case PENDING, APPROVED, EXPIRED -> Optional.empty();
                    };
            case AnswerOutcome.Right _,
                    AnswerOutcome.Wrong _,
                    AnswerOutcome.NotACode _,
                    AnswerOutcome.Exhausted _ ->
                    Optional.empty();
        };
    }

    private static Asked asked(Attempt attempt, String address, Locale locale) {
        return new Asked(
                Purpose.SIGN_IN,
                attempt.account(),
                attempt.id().toString(),
                attempt.challenge(),
                address,
                locale.toLanguageTag());
    }
}
