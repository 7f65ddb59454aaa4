package io.countersign.identity.account;

import io.countersign.identity.reads.RequestReads;
import io.countersign.identity.reads.TransactionLocks;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The accounts in the database. */
@Repository
public class Accounts implements HeldAccounts {

    private final JdbcClient jdbc;

    Accounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores a new account; false when its address is taken. */
    public boolean add(AccountId id, EmailAddress email, String passwordHash, String locale) {
        return jdbc.sql(
                                """
                                insert into account (id, email, password_hash, locale)
                                values (:id, :email, :hash, :locale)
                                on conflict (email) do nothing
                                """)
                        .param("id", id.value())
                        .param("email", email.value())
                        .param("hash", passwordHash)
                        .param("locale", locale)
                        .update()
                == 1;
    }

    public Optional<Account> find(EmailAddress email) {
        return jdbc.sql("select id, email, password_hash, status from account where email = :email")
                .param("email", email.value())
                .query(ACCOUNT)
                .optional();
    }

    public Optional<Account> find(AccountId id) {
        return jdbc.sql("select id, email, password_hash, status from account where id = :id")
                .param("id", id.value())
                .query(ACCOUNT)
                .optional();
    }

    /** Replaces the password. */
    public void setPassword(AccountId id, String hash) {
        jdbc.sql(
                        "update account set password_hash = :hash, password_changed_at = clock_timestamp() where id = :id")
                .param("hash", hash)
                .param("id", id.value())
                .update();
    }

    /** The person who reads the account's mail, and their language. */
    public Optional<Addressee> addressee(AccountId id) {
        return jdbc.sql(
                        "select email, coalesce(locale, 'en') as locale from account where id = :id")
                .param("id", id.value())
                .query(
                        (row, _) ->
                                new Addressee(
                                        new EmailAddress(row.getString("email")),
                                        row.getString("locale")))
                .optional();
    }

    /** Whether the account may be used, as far as known; {@link #holdActive} makes sure. */
    public boolean active(AccountId id) {
        return find(id).filter(found -> found.status() == AccountStatus.ACTIVE).isPresent();
    }

    @Override
    public boolean holdActive(AccountId id) {
        return TransactionLocks.once(lock(id), () -> share(id));
    }

    private boolean share(AccountId id) {
        RequestReads.locked(id);
        return jdbc.sql("select status from account where id = :id for share")
                .param("id", id.value())
                .query(String.class)
                .optional()
                .filter(AccountStatus.ACTIVE.name()::equals)
                .isPresent();
    }

    @Override
    public boolean hold(AccountId id) {
        RequestReads.locked(id);
        return jdbc.sql("select status from account where id = :id for update")
                .param("id", id.value())
                .query(String.class)
                .optional()
                .filter(AccountStatus.ACTIVE.name()::equals)
                .isPresent();
    }

    /** Sets whether the account may be used from now on. The caller holds it. */
    public void setStatus(AccountId id, AccountStatus status) {
        jdbc.sql("update account set status = :status where id = :id")
                .param("status", status.name())
                .param("id", id.value())
                .update();
        TransactionLocks.changed(lock(id));
    }

    private static String lock(AccountId id) {
        return "account " + id;
    }

    private static final org.springframework.jdbc.core.RowMapper<Account> ACCOUNT =
            (row, _) ->
                    new Account(
                            new AccountId(row.getObject("id", UUID.class)),
                            new EmailAddress(row.getString("email")),
                            row.getString("password_hash"),
                            AccountStatus.valueOf(row.getString("status")));
}
