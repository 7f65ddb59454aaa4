package io.countersign.identity.factor.phone.call;

import io.countersign.challenge.Pending;
import io.countersign.challenge.Round;
import io.countersign.challenge.store.Statements;
import io.countersign.engine.send.RoundDeliveries;
import io.countersign.events.Statement;
import io.countersign.events.content.CallEnding;
import io.countersign.events.id.ChallengeId;
import io.countersign.events.id.DeliveryId;
import io.countersign.events.seal.ChannelSeal;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** What the voice workers stated, before they dialled, about the numbers that call. */
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

    /** The round of the latest call, if the number that makes it ends so. */
    Optional<Round> callFrom(CallEnding typed, Pending challenge) {
        return challenge.rounds().reversed().stream()
                .flatMap(
                        round ->
                                rounds.calls(challenge, round).reversed().stream()
                                        .flatMap(call -> ending(challenge, call).stream())
                                        .map(ending -> new Announced(round, ending)))
                .findFirst()
                .filter(latest -> typed.matches(latest.ending()))
                .map(Announced::round);
    }

    private record Announced(Round round, CallEnding ending) {}

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
