package io.countersign.gateway.web.challenge;

import io.countersign.challenge.Verdict;
import io.countersign.gateway.web.banner.Tone;
import org.jspecify.annotations.Nullable;

/**
 * What the page shows of a challenge, in the person's language; as JSON it keeps the page up to
 * date.
 *
 * @param verdict where the challenge stands
 * @param status what is known, as a sentence
 * @param tone how the sentence is meant
 * @param destination where the code goes, masked
 * @param instead whether the code is that of an SMS, in place of calls that did not arrive
 * @param guesses how many guesses are left, as a sentence
 * @param guessesLeft the same as a number
 * @param sendIn seconds until another delivery can be asked for; 0 when it can
 * @param endsIn seconds until the challenge ends by itself
 * @param goTo the path at which the person continues; null while that is this page
 */
public record LiveView(
        Verdict verdict,
        String status,
        Tone tone,
        String destination,
        boolean instead,
        String guesses,
        int guessesLeft,
        long sendIn,
        long endsIn,
        @Nullable String goTo) {

    /** Whether a person sees any difference, except in countdowns, which the page counts itself. */
    public boolean saysTheSameAs(LiveView other) {
        return verdict == other.verdict
                && status.equals(other.status)
                && instead == other.instead
                && destination.equals(other.destination)
                && guessesLeft == other.guessesLeft;
    }
}
