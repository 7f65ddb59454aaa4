package io.countersign.identity.factor.telegram.link;

import io.countersign.challenge.store.Statements;
import io.countersign.challenge.store.Tickets;
import io.countersign.events.Statement.Linked;
import io.countersign.events.id.ChallengeId;
import io.countersign.events.seal.ChannelSeal;
import io.countersign.identity.attempt.RandomToken;
import java.security.SecureRandom;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Tickets for Telegram workers, and what the workers say about who brought them. */
@Component
public class LinkTickets {

    private final Tickets tickets;
    private final Statements statements;
    private final ChannelSeal seal;
    private final SecureRandom random;

    LinkTickets(
            Tickets tickets,
            Statements statements,
            @Qualifier("telegramSeal") ChannelSeal seal,
            SecureRandom random) {
        this.tickets = tickets;
        this.statements = statements;
        this.seal = seal;
        this.random = random;
    }

    /**
     * Issues one that is good once: 128 random bits, of which only a digest is kept.
     *
     * @return the ticket, 22 characters of base64url
     */
    public String issue(TelegramLink link) {
        RandomToken ticket = RandomToken.next(random);
        String digest = ticket.hash();
        byte[] good = seal.seal(link.statement().wire(), Linked.ticketPlace(digest));
        tickets.issue(digest, good, link.expiresAt());
        return ticket.value();
    }

    /** The Telegram account that brought it; empty while none has. */
    public Optional<Linked> broughtBy(TelegramLink link) {
        ChallengeId id = link.statement();
        return statements
                .find(id, Linked.NAME)
                .flatMap(kept -> seal.openStatement(kept, id, Linked.NAME))
                .filter(Linked.class::isInstance)
                .map(Linked.class::cast)
                .filter(linked -> linked.challenge().equals(id));
    }

    /** A name for one whose linking is about to begin. */
    public ChallengeId next() {
        return ChallengeId.next(random);
    }
}
