package io.countersign.identity.notice;

import io.countersign.events.content.Fact;
import io.countersign.events.content.Message;
import io.countersign.events.content.NoticeKind;
import io.countersign.events.id.NoticeId;
import io.countersign.identity.account.AccountId;
import io.countersign.identity.account.Accounts;
import io.countersign.identity.account.Addressee;
import io.countersign.identity.account.EmailAddress;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where mails wait, written in the transaction of what they tell about: both are committed, or
 * neither. Each mail is then requested until a worker has sent it, for three days or until what it
 * says has expired ({@link Fact#UNTIL}).
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Outbox {

    private static final Addressee NOBODY = new Addressee(EmailAddress.OF_NOBODY, "en");

    private final Accounts accounts;
    private final OutboxRows rows;
    private final NoticeSeal seal;
    private final SecureRandom random;

    Outbox(Accounts accounts, OutboxRows rows, NoticeSeal seal, SecureRandom random) {
        this.accounts = accounts;
        this.rows = rows;
        this.seal = seal;
        this.random = random;
    }

    /** Tells the owner of an account, at the address and in the language that it has now. */
    public void tell(AccountId account, NoticeKind kind, Map<Fact, String> facts) {
        tell(accounts.addressee(account).orElseThrow(), kind, facts);
    }

    /**
     * Tells the person who reads an address.
     *
     * @param facts all that the kind needs; a link among them is sealed like the rest
     */
    public void tell(Addressee to, NoticeKind kind, Map<Fact, String> facts) {
        add(to, kind, facts, deadline(facts));
    }

    /** Takes as long as {@link #tell} and tells no one, so that the two cannot be told apart. */
    public void pretend(NoticeKind kind, Map<Fact, String> facts) {
        add(NOBODY, kind, facts, Optional.of(Instant.EPOCH.atOffset(ZoneOffset.UTC)));
    }

    private void add(
            Addressee to,
            NoticeKind kind,
            Map<Fact, String> facts,
            Optional<OffsetDateTime> deadline) {
        NoticeId id = NoticeId.next(random);
        byte[] sealed = seal.seal(id, to.email(), new Message.Notice(kind, facts));
        rows.add(id, kind, sealed, to.locale(), deadline);
    }

    private static Optional<OffsetDateTime> deadline(Map<Fact, String> facts) {
        return Optional.ofNullable(facts.get(Fact.UNTIL))
                .map(Instant::parse)
                .map(until -> until.atOffset(ZoneOffset.UTC));
    }
}
