package io.countersign.engine.open;

import io.countersign.challenge.Pending;
import io.countersign.challenge.Terms;
import io.countersign.challenge.store.Challenges;
import io.countersign.events.id.ChallengeId;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Prepares challenges that are not opened yet. */
@Component
class NewChallenges {

    private final Challenges challenges;
    private final Codes codes;
    private final ChallengeSettings settings;
    private final SecureRandom random;

    NewChallenges(
            Challenges challenges, Codes codes, ChallengeSettings settings, SecureRandom random) {
        this.challenges = challenges;
        this.codes = codes;
        this.settings = settings;
        this.random = random;
    }

    /** A challenge that begins now by the store's clock, with a code of its own. */
    Pending withCode(ChallengeContext asked) {
        Instant now = challenges.now();
        Terms terms =
                new Terms(
                        ChallengeId.next(random),
                        asked.purpose(),
                        asked.account().toString(),
                        asked.binding(),
                        now,
                        now.plus(settings.lifetime()));
        return new Pending(terms, settings.guesses(), codes.draw(terms), List.of());
    }
}
