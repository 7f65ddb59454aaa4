package io.countersign.engine.status;

import io.countersign.challenge.Method;
import io.countersign.challenge.Verdict;
import io.countersign.events.Channel;
import io.countersign.events.FailureReason;
import io.countersign.events.Progress;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * All that a page needs to say about a challenge; holds no code and no number.
 *
 * @param verdict where it stands
 * @param guessesLeft how many answers are still judged
 * @param deadline when it ends by itself
 * @param sendPossibleAt when the next delivery can be asked for
 * @param delivery the latest delivery; null before the first
 * @param now the server's time, for countdowns where the client's clock is wrong
 */
public record ChallengeStatus(
        Verdict verdict,
        int guessesLeft,
        Instant deadline,
        Instant sendPossibleAt,
        @Nullable DeliveryStatus delivery,
        Instant now) {

    /**
     * How far the latest delivery has come.
     *
     * @param round its number within this challenge, from 1
     * @param method that was asked for
     * @param channel over which it goes: another one where calls did not arrive
     * @param attempt the number of the try over this channel, from 1: all after the first were made
     *     automatically
     * @param next the channel that is tried automatically if this one does not arrive; null if
     *     there is none
     * @param factor the id of the factor it goes to
     * @param progress how far
     * @param noWorker whether it is queued on a channel that has no worker: other methods may work
     * @param reason why it failed; null unless it did
     * @param requestedAt when it was asked for
     */
    public record DeliveryStatus(
            int round,
            Method method,
            Channel channel,
            int attempt,
            @Nullable Channel next,
            String factor,
            Progress progress,
            boolean noWorker,
            @Nullable FailureReason reason,
            Instant requestedAt) {

        /**
         * Whether it is an SMS in place of calls that did not arrive: the code is that of an SMS.
         */
        public boolean insteadOfCalls() {
            return method == Method.CALL && channel == Channel.SMS;
        }
    }

    /** Whether this says the same as the other, apart from the time. */
    public boolean sameAs(@Nullable ChallengeStatus other) {
        return other != null
                && equals(
                        new ChallengeStatus(
                                other.verdict,
                                other.guessesLeft,
                                other.deadline,
                                other.sendPossibleAt,
                                other.delivery,
                                now));
    }
}
