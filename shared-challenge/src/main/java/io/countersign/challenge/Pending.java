package io.countersign.challenge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A challenge that waits for its answer.
 *
 * @param terms what never changes
 * @param guessesLeft how many more answers are judged, from 1
 * @param code what the right code is, for the gateway alone
 * @param rounds the deliveries requested so far, oldest first
 */
public record Pending(Terms terms, int guessesLeft, SealedCode code, List<Round> rounds)
        implements Challenge {

    /**
     * @throws IllegalArgumentException when no guess is left: that is a locked challenge
     */
    public Pending {
        if (guessesLeft < 1) {
            throw new IllegalArgumentException("a pending challenge has a guess left");
        }
        rounds = List.copyOf(rounds);
    }

    @Override
    public Verdict verdict() {
        return Verdict.PENDING;
    }

    @Override
    public Challenge at(Instant now) {
        return now.isBefore(terms.deadline()) ? this : new Expired(terms);
    }

    /** Charges one guess, then judges it. */
    public Challenge answer(Guess guess, Method method, Instant now) {
        if (!now.isBefore(terms.deadline())) {
            return new Expired(terms);
        }
        int left = guessesLeft - 1;
        if (guess.fits(code)) {
            return new Approved(terms, method, now, this);
        }
        return left == 0 ? new Locked(terms, now) : new Pending(terms, left, code, rounds);
    }

    /**
     * Whether an answer that is right for one is right for the other: apart from guesses, nothing
     * differs.
     */
    public boolean asksTheSameAs(Pending other) {
        return terms.equals(other.terms) && code.equals(other.code) && rounds.equals(other.rounds);
    }

    /** Ends it because the person said that it was not them. */
    public Challenge deny(Instant now) {
        return now.isBefore(terms.deadline()) ? new Denied(terms, now) : new Expired(terms);
    }

    /** The same challenge with one more delivery requested. */
    public Pending with(Round round) {
        List<Round> more = new ArrayList<>(rounds);
        more.add(round);
        return new Pending(terms, guessesLeft, code, more);
    }

    public Optional<Round> lastRound() {
        return rounds.isEmpty() ? Optional.empty() : Optional.of(rounds.getLast());
    }

    /** The number of the next round. */
    public int nextRound() {
        return rounds.size() + 1;
    }
}
