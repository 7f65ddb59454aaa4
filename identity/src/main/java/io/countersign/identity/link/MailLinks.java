package io.countersign.identity.link;

import io.countersign.identity.attempt.Forgetful;
import io.countersign.identity.attempt.RandomToken;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The links that were sent. Their tokens have 128 random bits and are stored hashed, so the
 * database opens none.
 */
@Repository
public class MailLinks implements Forgetful {

    private final JdbcClient jdbc;
    private final SecureRandom random;
    private final GatewaySettings gateway;

    MailLinks(JdbcClient jdbc, SecureRandom random, GatewaySettings gateway) {
        this.jdbc = jdbc;
        this.random = random;
        this.gateway = gateway;
    }

    /**
     * Makes a link.
     *
     * @param subject the id of the sign-up or the account that it is about
     */
    public MailLink issue(LinkPurpose purpose, UUID subject) {
        RandomToken token = RandomToken.next(random);
        return jdbc.sql(
                        """
                        insert into mail_link (token_hash, purpose, subject, expires_at)
                        values (:hash, :purpose, :subject, now() + :lifetime * interval '1 second')
                        returning expires_at
                        """)
                .param("hash", token.hash())
                .param("purpose", purpose.name())
                .param("subject", subject)
                .param("lifetime", purpose.lifetime().toSeconds())
                .query(
                        (row, _) ->
                                new MailLink(
                                        page(purpose.path() + "?t=" + token.value()),
                                        row.getTimestamp(1).toInstant()))
                .single();
    }

    /** The absolute address of one of the gateway's own pages. */
    public URI page(String path) {
        return gateway.publicUrl().resolve(path);
    }

    /** What the link is about; empty where it is worthless, or no longer valid. */
    public Optional<UUID> look(LinkPurpose purpose, String token) {
        return jdbc.sql(
                        """
                        select subject from mail_link
                        where token_hash = :hash and purpose = :purpose and expires_at > now()
                        """)
                .param("hash", new RandomToken(token).hash())
                .param("purpose", purpose.name())
                .query(UUID.class)
                .optional();
    }

    /** The same, and uses it up: of many at once, one gets it. */
    public Optional<UUID> redeem(LinkPurpose purpose, String token) {
        return jdbc.sql(
                        """
                        delete from mail_link
                        where token_hash = :hash and purpose = :purpose and expires_at > now()
                        returning subject
                        """)
                .param("hash", new RandomToken(token).hash())
                .param("purpose", purpose.name())
                .query(UUID.class)
                .optional();
    }

    /** Makes all such links about it worthless. */
    public void revoke(LinkPurpose purpose, UUID subject) {
        jdbc.sql("delete from mail_link where subject = :subject and purpose = :purpose")
                .param("subject", subject)
                .param("purpose", purpose.name())
                .update();
    }

    @Override
    public void forgetOld() {
        jdbc.sql("delete from mail_link where expires_at <= now()").update();
    }
}
