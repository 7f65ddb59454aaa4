package io.countersign.engine.open;

import io.countersign.challenge.Pending;
import io.countersign.challenge.Verdict;
import io.countersign.challenge.store.Challenges;
import io.countersign.challenge.store.Dispatch;
import io.countersign.events.id.ChallengeId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes sure that there is a challenge to send for and to answer. */
@Component
public class OpenChallenge {

    private final Challenges challenges;
    private final NewChallenges newChallenges;

    OpenChallenge(Challenges challenges, NewChallenges newChallenges) {
        this.challenges = challenges;
        this.newChallenges = newChallenges;
    }

    /** Keeps which challenge decides. */
    @FunctionalInterface
    public interface Decides {

        /**
         * Makes the fresh challenge the one that decides, unless another has replaced the previous
         * one meanwhile: several at once would each take guesses.
         *
         * @return the one that decides now; empty when nothing is left to decide
         */
        Optional<ChallengeId> by(Optional<ChallengeId> before, ChallengeId fresh);
    }

    /** The same context with a challenge that has not expired; opens one where there is none. */
    public ChallengeContext open(ChallengeContext asked, Decides decides) {
        boolean open =
                asked.challenge()
                        .flatMap(challenges::find)
                        .filter(challenge -> challenge.verdict() != Verdict.EXPIRED)
                        .isPresent();
        return open ? asked : asked.about(decides.by(asked.challenge(), fresh(asked)));
    }

    private ChallengeId fresh(ChallengeContext asked) {
        Pending fresh = newChallenges.withCode(asked);
        var _ = challenges.open(fresh, Dispatch.NOTHING);
        return fresh.terms().id();
    }
}
