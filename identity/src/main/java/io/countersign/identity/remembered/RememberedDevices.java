package io.countersign.identity.remembered;

import io.countersign.identity.account.AccountId;
import io.countersign.identity.attempt.Attempt;
import io.countersign.identity.attempt.AttemptId;
import io.countersign.identity.attempt.Forgetful;
import io.countersign.identity.attempt.RandomToken;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The remembered devices in the database. Each row stands for a second factor that was given: it is
 * made from a sign-in that had one, and signs no one in for longer than policy says at that moment.
 */
@Repository
public class RememberedDevices implements Forgetful {

    /**
     * How long a used token is taken for that of another tab, or of a client whose answer was lost.
     */
    private static final Duration GRACE = Duration.ofSeconds(30);

    private final JdbcClient jdbc;
    private final SecureRandom random;
    private final RememberedDeviceSettings settings;

    RememberedDevices(JdbcClient jdbc, SecureRandom random, RememberedDeviceSettings settings) {
        this.jdbc = jdbc;
        this.random = random;
        this.settings = settings;
    }

    /** For how many days the attempt's device can be remembered; empty where it cannot. */
    public OptionalInt days(Attempt attempt) {
        return attempt.stepsUp() ? OptionalInt.empty() : settings.days();
    }

    /**
     * Remembers the device of a sign-in, replacing the entry whose token it showed, in the
     * transaction that completes the sign-in. Empty where policy remembers none, and for a recovery
     * code: a person who needs one has probably lost a device.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<DevicePass> remember(Attempt attempt, Optional<RandomToken> shown) {
        if (days(attempt).isEmpty()) {
            return Optional.empty();
        }
        RandomToken token = RandomToken.next(random);
        int added =
                jdbc.sql(
                                """
                                insert into remembered_device
                                  (id, account_id, token_hash, remembered_by, address, user_agent, expires_at)
                                select :id, account_id, :hash, id, address, user_agent,
                                       now() + :lifetime * interval '1 second'
                                from sign_in
                                where id = :attempt and purpose = 'SIGN_IN' and outcome = 'SIGNED_IN'
                                  and method <> 'RECOVERY_CODE'
                                """)
                        .param("id", UUID.randomUUID())
                        .param("hash", token.hash())
                        .param("attempt", attempt.id().value())
                        .param("lifetime", settings.lifetime().toSeconds())
                        .update();
        if (added == 0) {
            return Optional.empty();
        }
        shown.ifPresent(this::forget);
        return Optional.of(new DevicePass(token, settings.lifetime()));
    }

    /**
     * The account's device that shows this token, locked until the transaction ends; empty where
     * the token is not or no longer valid.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<UUID> hold(AccountId account, RandomToken token) {
        return jdbc.sql(
                        """
                        select id from remembered_device
                        where token_hash = :hash and account_id = :account and expires_at > now()
                          and remembered_at + :lifetime * interval '1 second' > now()
                        for update
                        """)
                .param("hash", token.hash())
                .param("account", account.value())
                .param("lifetime", settings.lifetime().toSeconds())
                .query(UUID.class)
                .optional();
    }

    /** Replaces the token that a device has just been used with. */
    @Transactional(propagation = Propagation.MANDATORY)
    public DevicePass renew(UUID device, Attempt attempt) {
        RandomToken token = RandomToken.next(random);
        return jdbc.sql(
                        """
                        with used as (
                          insert into used_device_token (token_hash, device_id)
                          select token_hash, id from remembered_device where id = :device)
                        update remembered_device d
                        set token_hash = :hash, last_used_at = now(), address = s.address, user_agent = s.user_agent
                        from sign_in s where d.id = :device and s.id = :attempt
                        returning extract(epoch from
                          least(d.expires_at, d.remembered_at + :lifetime * interval '1 second') - now())
                        """)
                .param("hash", token.hash())
                .param("device", device)
                .param("attempt", attempt.id().value())
                .param("lifetime", settings.lifetime().toSeconds())
                .query((row, _) -> new DevicePass(token, Duration.ofSeconds(row.getLong(1))))
                .single();
    }

    /** Forgets one; false where the account has no such device, or not any more. */
    public boolean forget(AccountId account, UUID device) {
        return jdbc.sql("delete from remembered_device where id = :id and account_id = :account")
                        .param("id", device)
                        .param("account", account.value())
                        .update()
                == 1;
    }

    /**
     * Forgets the account's device that this token was used on, unless that was a moment ago: two
     * tabs that sign in at once show the same token, and so does a client that never got an answer.
     *
     * @return which it was
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<UUID> forgetCopied(AccountId account, RandomToken shown) {
        return jdbc.sql(
                        """
                        delete from remembered_device d using used_device_token u
                        where u.token_hash = :hash and u.used_at <= now() - :grace * interval '1 second'
                          and d.id = u.device_id and d.account_id = :account
                        returning d.id
                        """)
                .param("hash", shown.hash())
                .param("grace", GRACE.toSeconds())
                .param("account", account.value())
                .query(UUID.class)
                .optional();
    }

    /** The account's attempts that a device was shown for in place of a second factor. */
    public Set<AttemptId> letIn(AccountId account, UUID device) {
        return jdbc.sql(
                        "select id from sign_in where account_id = :account and remembered_device = :device")
                .param("account", account.value())
                .param("device", device)
                .query((row, _) -> new AttemptId(row.getObject("id", UUID.class)))
                .set();
    }

    /** Forgets the device that shows a used token, where its owner has just proven to be there. */
    public void forgetOutdated(AccountId account, RandomToken shown) {
        jdbc.sql(
                        """
                        delete from remembered_device
                        where account_id = :account
                          and id in (select device_id from used_device_token where token_hash = :hash)
                        """)
                .param("account", account.value())
                .param("hash", shown.hash())
                .update();
    }

    /** Forgets the one that a session came from, or that was remembered with its sign-in. */
    public void forgetOf(AccountId account, AttemptId attempt) {
        jdbc.sql(
                        """
                        delete from remembered_device
                        where account_id = :account
                          and (remembered_by = :attempt
                            or id = (select remembered_device from sign_in where id = :attempt))
                        """)
                .param("account", account.value())
                .param("attempt", attempt.value())
                .update();
    }

    /** Forgets all of the account's. */
    public void forgetAll(AccountId account) {
        jdbc.sql("delete from remembered_device where account_id = :account")
                .param("account", account.value())
                .update();
    }

    @Override
    public void forgetOld() {
        jdbc.sql("delete from remembered_device where expires_at <= now()").update();
    }

    private void forget(RandomToken shown) {
        jdbc.sql("delete from remembered_device where token_hash = :hash")
                .param("hash", shown.hash())
                .update();
    }
}
