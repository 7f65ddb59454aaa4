package io.countersign.telegram.link;

import io.countersign.challenge.store.Statements;
import io.countersign.challenge.store.Tickets;
import io.countersign.channel.statement.StatementOutcome;
import io.countersign.channel.statement.StatementPublisher;
import io.countersign.events.Statement;
import io.countersign.events.Statement.Linked;
import io.countersign.events.id.ChallengeId;
import io.countersign.events.seal.ChannelSeal;
import io.countersign.telegram.prompt.BotReply;
import io.countersign.telegram.prompt.BotReply.Again;
import io.countersign.telegram.prompt.BotReply.Say;
import io.countersign.telegram.text.Phrase;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Takes the tickets that people bring by opening a linking address.
 *
 * <p>A ticket is good for one person once. While the gateway cannot be told, the person who brought
 * it may bring it again to this worker.
 */
public final class LinkHandler {

    private static final Pattern TICKET = Pattern.compile("[A-Za-z0-9_-]{22}");

    private final Tickets tickets;
    private final ChannelSeal seal;
    private final Statements statements;
    private final StatementPublisher statementPublisher;
    private final Map<Brought, ChallengeId> untold = new ConcurrentHashMap<>();

    private record Brought(String digest, long user) {}

    /**
     * @param statements where the publisher keeps its statements
     */
    public LinkHandler(
            Tickets tickets,
            ChannelSeal seal,
            Statements statements,
            StatementPublisher statementPublisher) {
        this.tickets = tickets;
        this.seal = seal;
        this.statements = statements;
        this.statementPublisher = statementPublisher;
    }

    /**
     * Tells the gateway who brought the ticket, if it is good.
     *
     * @throws io.countersign.challenge.store.StoreUnavailable when the store does not answer
     */
    public BotReply take(String ticket, Person person) {
        if (!person.inOwnChat()) {
            return new Say(Phrase.LINK_IN_GROUP);
        }
        if (!TICKET.matcher(ticket).matches()) {
            return new Say(Phrase.LINK_UNKNOWN);
        }
        Brought brought = new Brought(digest(ticket), person.user());
        Optional<ChallengeId> challenge =
                Optional.ofNullable(untold.get(brought)).or(() -> redeem(brought));
        return challenge
                .map(linking -> tell(linking, person, brought))
                .orElseGet(() -> new Say(Phrase.LINK_UNKNOWN));
    }

    private Optional<ChallengeId> redeem(Brought brought) {
        Optional<ChallengeId> challenge =
                tickets.redeem(brought.digest())
                        .flatMap(kept -> seal.open(kept, Linked.ticketPlace(brought.digest())))
                        .flatMap(LinkHandler::parse);
        challenge.ifPresent(linking -> untold.put(brought, linking));
        return challenge;
    }

    private BotReply tell(ChallengeId linking, Person person, Brought brought) {
        Linked linked =
                new Linked(
                        linking,
                        person.user(),
                        person.chat(),
                        person.shownName(),
                        person.username());
        StatementOutcome said = statementPublisher.publish(linking, linked);
        if (said == StatementOutcome.NOT_TOLD) {
            return new Again();
        }
        untold.remove(brought);
        boolean stands =
                said == StatementOutcome.FIRST
                        || standing(linking).filter(linked::equals).isPresent();
        return new Say(stands ? Phrase.LINKED : Phrase.LINK_UNKNOWN);
    }

    private Optional<Statement> standing(ChallengeId linking) {
        return statements
                .find(linking, Linked.NAME)
                .flatMap(kept -> seal.openStatement(kept, linking, Linked.NAME));
    }

    private static Optional<ChallengeId> parse(String text) {
        try {
            return Optional.of(ChallengeId.parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String digest(String ticket) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(ticket.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
