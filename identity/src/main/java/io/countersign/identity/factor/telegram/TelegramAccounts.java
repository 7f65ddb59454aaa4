package io.countersign.identity.factor.telegram;

import io.countersign.engine.keys.GatewayKeys;
import io.countersign.events.Statement.Linked;
import io.countersign.events.Statement.Reach;
import io.countersign.events.content.Destination;
import io.countersign.identity.account.AccountId;
import io.countersign.identity.factor.Factor;
import io.countersign.identity.factor.FactorId;
import io.countersign.identity.factor.FactorName;
import io.countersign.identity.factor.FactorStore;
import io.countersign.identity.keys.SealedColumn;
import io.countersign.identity.reads.RequestReads;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Linked Telegram accounts in the database; each serves one account here at most once. */
@Repository
public class TelegramAccounts implements FactorStore, SealedColumn {

    /**
     * Times are to the second: of two at the same time, the one that lets people be asked counts.
     */
    private static final String REACHED =
            """
            update telegram_account set unreachable_at = null, reach_since = :at
            where user_tag = :tag and unreachable_at is not null and reach_since <= :at
            """;

    private static final String LOST =
            """
            update telegram_account set unreachable_at = :at, reach_since = :at
            where user_tag = :tag and unreachable_at is null and reach_since < :at
            """;

    private final JdbcClient jdbc;
    private final GatewayKeys keys;

    TelegramAccounts(JdbcClient jdbc, GatewayKeys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    /** The one that was used last first. */
    public List<TelegramAccount> of(AccountId account) {
        return RequestReads.once(account, "telegram_account", () -> read(account));
    }

    private List<TelegramAccount> read(AccountId account) {
        return jdbc.sql(
                        """
                        select * from telegram_account where account_id = :account
                        order by last_used_at desc nulls last, linked_at
                        """)
                .param("account", account.value())
                .query((row, _) -> telegramAccount(row))
                .list();
    }

    /** False where it is linked already; it counts as reachable again then. */
    public boolean add(AccountId account, String name, Linked linked) {
        FactorId id = FactorId.next();
        int added =
                jdbc.sql(
                                """
                                insert into telegram_account (id, account_id, name, shown_name, username, chat, user_tag)
                                values (:id, :account, :name, :shown, :username, :chat, :tag)
                                on conflict (account_id, user_tag) do nothing
                                """)
                        .param("id", id.value())
                        .param("account", account.value())
                        .param("name", name)
                        .param("shown", linked.shownName())
                        .param("username", linked.username())
                        .param(
                                "chat",
                                keys.seal(Long.toString(linked.chat()), place(account, id.value())))
                        .param("tag", tag(linked.user()))
                        .update();
        return added == 1;
    }

    /** Marks it as reachable again; returns whether this account has it linked. */
    public boolean reachableAgain(AccountId account, Linked linked) {
        return jdbc.sql(
                                """
                                update telegram_account set unreachable_at = null, reach_since = now()
                                where account_id = :account and user_tag = :tag
                                """)
                        .param("account", account.value())
                        .param("tag", tag(linked.user()))
                        .update()
                == 1;
    }

    @Override
    public List<Factor> factors(AccountId account) {
        return of(account).stream().map(TelegramAccount::factor).toList();
    }

    @Override
    public boolean rename(AccountId account, FactorId id, FactorName name) {
        return jdbc.sql(
                                """
                                update telegram_account set name = :name
                                where id = :id and account_id = :account
                                """)
                        .param("id", id.value())
                        .param("account", account.value())
                        .param("name", name.value())
                        .update()
                == 1;
    }

    @Override
    public boolean remove(AccountId account, FactorId id) {
        return jdbc.sql("delete from telegram_account where id = :id and account_id = :account")
                        .param("id", id.value())
                        .param("account", account.value())
                        .update()
                == 1;
    }

    public void used(FactorId id) {
        jdbc.sql("update telegram_account set last_used_at = now() where id = :id")
                .param("id", id.value())
                .update();
    }

    /**
     * Notes it for every account here that has linked the Telegram user, unless it is older than
     * what is known. Writes only where it changes something.
     */
    public void note(Reach reach) {
        jdbc.sql(reach.reachable() ? REACHED : LOST)
                .param("tag", tag(reach.user()))
                .param("at", Timestamp.from(reach.at()))
                .update();
    }

    private String tag(long user) {
        return keys.tag("telegram-user", Long.toString(user));
    }

    private TelegramAccount telegramAccount(ResultSet row) throws SQLException {
        FactorId id = new FactorId(row.getObject("id", UUID.class));
        String chat =
                keys.open(
                                row.getBytes("chat"),
                                place(
                                        new AccountId(row.getObject("account_id", UUID.class)),
                                        id.value()))
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "the chat of Telegram account "
                                                        + id
                                                        + " does not open"));
        return new TelegramAccount(
                id,
                row.getString("name"),
                row.getString("shown_name"),
                row.getString("username"),
                new Destination(chat),
                row.getTimestamp("linked_at").toInstant(),
                instant(row.getTimestamp("last_used_at")),
                instant(row.getTimestamp("unreachable_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    @Override
    public String table() {
        return "telegram_account";
    }

    @Override
    public String column() {
        return "chat";
    }

    @Override
    public String place(AccountId account, UUID id) {
        return "telegram\n" + account + "\n" + id;
    }
}
