package io.countersign.challenge.walk;

import io.countersign.challenge.Answer;
import io.countersign.challenge.Verdict;
import java.time.Instant;

/** How a challenge has to behave, told a second time with nothing but a name and two numbers. */
final class ChallengeModel {

    private final Instant deadline;
    private Verdict verdict = Verdict.PENDING;
    private int guessesLeft = 5;
    private int rounds;

    ChallengeModel(Instant deadline) {
        this.deadline = deadline;
    }

    Answer answer(boolean right, Instant now) {
        if (overAt(now)) {
            return Answer.NOT_LOOKED_AT;
        }
        guessesLeft--;
        if (right) {
            verdict = Verdict.APPROVED;
        } else if (guessesLeft == 0) {
            verdict = Verdict.LOCKED;
        }
        return right ? Answer.RIGHT : Answer.WRONG;
    }

    void deny(Instant now) {
        if (!overAt(now)) {
            verdict = Verdict.DENIED;
        }
    }

    void resent() {
        rounds++;
    }

    boolean overAt(Instant now) {
        if (verdict == Verdict.PENDING && !now.isBefore(deadline)) {
            verdict = Verdict.EXPIRED;
        }
        return verdict != Verdict.PENDING;
    }

    /** For example {@code PENDING 4 guesses 1 rounds}. */
    String seenAt(Instant now) {
        return overAt(now)
                ? verdict.name()
                : "%s %d guesses %d rounds".formatted(verdict, guessesLeft, rounds);
    }
}
