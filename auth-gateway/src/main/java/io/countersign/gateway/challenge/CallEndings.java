package io.countersign.gateway.challenge;

import io.countersign.challenge.Pending;
import io.countersign.challenge.Round;
import io.countersign.challenge.Statements;
import io.countersign.events.CallEnding;
import io.countersign.events.ChallengeId;
import io.countersign.events.DeliveryId;
import io.countersign.events.Statement;
import io.countersign.events.seal.ChannelSeal;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** What the voice workers said, before they dialled, about the numbers that call. */
@Component
class CallEndings {

    private final Statements statements;
    private final ChannelSeal seal;
    private final RoundDeliveries rounds;

    CallEndings(
            Statements statements,
            @Qualifier("voiceSeal") ChannelSeal seal,
            RoundDeliveries rounds) {
        this.statements = statements;
        this.seal = seal;
        this.rounds = rounds;
    }

    /** The round one of whose calls comes from a number that ends so. */
    Optional<Round> callFrom(CallEnding typed, Pending challenge) {
        return challenge.rounds().stream()
                .filter(
                        round ->
                                rounds.calls(challenge, round).stream()
                                        .flatMap(call -> ending(challenge, call).stream())
                                        .anyMatch(typed::matches))
                .findFirst();
    }

    private Optional<CallEnding> ending(Pending challenge, DeliveryId call) {
        ChallengeId id = challenge.terms().id();
        String name = Statement.Calling.name(call);
        return statements
                .find(id, name)
                .flatMap(kept -> seal.openStatement(kept, id, name))
                .filter(Statement.Calling.class::isInstance)
                .map(Statement.Calling.class::cast)
                .filter(calling -> calling.delivery().equals(call))
                .map(Statement.Calling::ending);
    }
}
