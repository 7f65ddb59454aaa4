package io.countersign.identity.attempt;

import io.countersign.engine.keys.GatewayKeys;
import io.countersign.identity.account.AccountId;
import io.countersign.identity.account.EmailAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Devices that have signed in, with a second factor where one was needed. A known device has its
 * own password tries and its own guesses at codes, so that a stranger who guesses does not lock the
 * owner out. It is still asked for everything.
 */
@Repository
public class KnownDevices implements Forgetful {

    /** How long a device that does not come back stays known. */
    public static final Duration REMEMBERED = Duration.ofDays(180);

    private static final String MAC_KIND = "known-device";

    private final JdbcClient jdbc;
    private final SecureRandom random;
    private final GatewayKeys keys;

    KnownDevices(JdbcClient jdbc, SecureRandom random, GatewayKeys keys) {
        this.jdbc = jdbc;
        this.random = random;
        this.keys = keys;
    }

    /**
     * Makes the device known; returns the token that it shows from now on.
     *
     * @param shown the token that it showed until now, which becomes worthless
     */
    public RandomToken renew(AccountId account, Optional<String> shown) {
        UUID bucket = shown.flatMap(token -> bucket(account, token)).orElseGet(UUID::randomUUID);
        shown.ifPresent(token -> forget(account, token));
        RandomToken token = issue(email(account));
        jdbc.sql(
                        """
                        insert into known_device (token_hash, account_id, bucket)
                        values (:hash, :account, :bucket)
                        """)
                .param("hash", token.hash())
                .param("account", account.value())
                .param("bucket", bucket)
                .update();
        return token;
    }

    /**
     * Whether this token was once given to a device of this account. The token itself tells this,
     * so that made-up ones cost no connection to the database.
     */
    public boolean issued(String token, EmailAddress email) {
        int end = token.indexOf('.');
        if (end < 0) {
            return false;
        }
        try {
            byte[] mac = Base64.getUrlDecoder().decode(token.substring(end + 1));
            return keys.isMac(mac, MAC_KIND, token.substring(0, end) + "\n" + email.value());
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private RandomToken issue(String email) {
        String plain = RandomToken.next(random).value();
        byte[] mac = keys.mac(MAC_KIND, plain + "\n" + email);
        return new RandomToken(
                plain + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(mac));
    }

    private String email(AccountId account) {
        return jdbc.sql("select email from account where id = :account")
                .param("account", account.value())
                .query(String.class)
                .single();
    }

    /**
     * The bucket that the guesses of a known device count in; it stays the same when the token
     * changes.
     */
    Optional<UUID> bucket(AccountId account, String token) {
        return jdbc.sql(
                        "select bucket from known_device where token_hash = :hash and account_id = :account")
                .param("hash", new RandomToken(token).hash())
                .param("account", account.value())
                .query(UUID.class)
                .optional();
    }

    /** Whether it is a device of this account now. */
    public boolean knows(String token, EmailAddress email) {
        return issued(token, email) && seen(token, email);
    }

    private boolean seen(String token, EmailAddress email) {
        return jdbc.sql(
                                """
                                update known_device d set seen_at = now() from account a
                                where d.token_hash = :hash and a.id = d.account_id and a.email = :email
                                """)
                        .param("hash", new RandomToken(token).hash())
                        .param("email", email.value())
                        .update()
                == 1;
    }

    /**
     * Whether an attempt, once signed in, comes from a device that has never signed in to the
     * account: it shows no token of the account's, and no earlier sign-in had both its IP address
     * and its user agent. The account's very first sign-in does not count as one.
     *
     * @param shown the token that the device shows
     */
    public boolean isNews(AccountId account, AttemptId attempt, Optional<String> shown) {
        return jdbc.sql(
                        """
                        select exists (select 1 from sign_in s where s.account_id = own.account_id
                                         and s.purpose = 'SIGN_IN' and s.outcome = 'SIGNED_IN' and s.id <> own.id)
                           and not exists (select 1 from sign_in s where s.account_id = own.account_id
                                         and s.purpose = 'SIGN_IN' and s.outcome = 'SIGNED_IN' and s.id <> own.id
                                         and s.address = own.address and s.user_agent = own.user_agent)
                           and not exists (select 1 from known_device d where d.account_id = own.account_id
                                         and d.token_hash = :hash)
                        from sign_in own where own.id = :attempt and own.account_id = :account
                        """)
                .param("hash", shown.map(RandomToken::new).map(RandomToken::hash).orElse(""))
                .param("attempt", attempt.value())
                .param("account", account.value())
                .query(Boolean.class)
                .single();
    }

    /** Makes every device of the account a stranger again. */
    public void forget(AccountId account) {
        jdbc.sql("delete from known_device where account_id = :account")
                .param("account", account.value())
                .update();
    }

    /** Forgets devices that have not been seen for a long time. */
    @Override
    public void forgetOld() {
        jdbc.sql("delete from known_device where seen_at < now() - :days * interval '1 day'")
                .param("days", REMEMBERED.toDays())
                .update();
    }

    private void forget(AccountId account, String token) {
        jdbc.sql("delete from known_device where token_hash = :hash and account_id = :account")
                .param("hash", new RandomToken(token).hash())
                .param("account", account.value())
                .update();
    }
}
