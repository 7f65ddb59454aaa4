package io.countersign.identity.history;

import io.countersign.challenge.Method;
import io.countersign.events.Purpose;
import io.countersign.identity.account.AccountId;
import io.countersign.identity.attempt.AttemptId;
import io.countersign.identity.attempt.Outcome;
import io.countersign.identity.geolocation.Places;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The attempts to sign in to an account, or to step up in it, right and wrong, newest first. */
@Repository
public class LoginHistory {

    private static final HistoryPosition NEWEST =
            new HistoryPosition(
                    OffsetDateTime.of(9999, 12, 31, 0, 0, 0, 0, ZoneOffset.UTC).toInstant(),
                    new AttemptId(new UUID(-1L, -1L)));

    private final JdbcClient jdbc;
    private final Devices devices;
    private final Places places;

    LoginHistory(JdbcClient jdbc, Devices devices, Places places) {
        this.jdbc = jdbc;
        this.devices = devices;
        this.places = places;
    }

    /**
     * One page.
     *
     * @param locale the language of the places' names
     * @param from the {@link HistoryPage#next()} of the page before; null, or anything else, for
     *     the first
     * @param most how many entries
     */
    public HistoryPage page(
            AccountId account,
            HistoryFilter filter,
            Locale locale,
            @Nullable String from,
            int most) {
        HistoryPosition after =
                Optional.ofNullable(from).flatMap(HistoryPosition::parse).orElse(NEWEST);
        List<HistoryEntry> found = after(account, filter, locale, after, most + 1);
        if (found.size() <= most) {
            return new HistoryPage(found, Optional.empty());
        }
        List<HistoryEntry> entries = found.subList(0, most);
        HistoryEntry last = entries.getLast();
        String next = new HistoryPosition(last.at(), last.id()).token();
        return new HistoryPage(entries, Optional.of(next));
    }

    private List<HistoryEntry> after(
            AccountId account,
            HistoryFilter filter,
            Locale locale,
            HistoryPosition after,
            int most) {
        Method method = filter.method();
        return jdbc.sql(
                        """
                        select id, purpose, started_at, address, user_agent, outcome, method, remembered_device
                        from sign_in
                        where account_id = :account and (started_at, id) < (:at, :id)
                          and (not :failures or outcome not in ('SIGNED_IN', 'PENDING'))
                          and coalesce(method = cast(:method as text), cast(:method as text) is null)
                          and started_at >= coalesce(cast(:since as timestamptz), '-infinity')
                          and started_at < coalesce(cast(:until as timestamptz), 'infinity')
                        order by started_at desc, id desc limit :most
                        """)
                .param("account", account.value())
                .param("at", after.at().atOffset(ZoneOffset.UTC))
                .param("id", after.id().value())
                .param("failures", filter.failures())
                .param("method", method == null ? null : method.name())
                .param("since", utc(filter.since()))
                .param("until", utc(filter.until()))
                .param("most", most)
                .query((row, _) -> entry(row, locale))
                .list();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    private HistoryEntry entry(ResultSet row, Locale locale) throws SQLException {
        String method = row.getString("method");
        Instant at = row.getTimestamp("started_at").toInstant();
        return new HistoryEntry(
                new AttemptId(row.getObject("id", UUID.class)),
                Purpose.valueOf(row.getString("purpose")),
                at,
                row.getString("address"),
                places.of(row.getString("address"), locale).orElse(null),
                devices.of(row.getString("user_agent")),
                Outcome.valueOf(row.getString("outcome")),
                method == null ? null : Method.valueOf(method),
                row.getObject("remembered_device", UUID.class));
    }
}
