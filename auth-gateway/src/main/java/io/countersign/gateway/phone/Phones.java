package io.countersign.gateway.phone;

import io.countersign.events.Destination;
import io.countersign.gateway.keys.GatewayKeys;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The phones in the database, their numbers sealed for their row. */
@Repository
public class Phones {

    private final JdbcClient jdbc;
    private final GatewayKeys keys;

    Phones(JdbcClient jdbc, GatewayKeys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    /**
     * Stores a phone that the person has proven to have; does nothing where they have it already.
     */
    public void addConfirmed(UUID account, Destination number, String region, String name) {
        UUID id = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into phone (id, account_id, name, masked, region, number, number_tag, confirmed_at)
                        values (:id, :account, :name, :masked, :region, :number, :tag, now())
                        on conflict (account_id, number_tag) do nothing
                        """)
                .param("id", id)
                .param("account", account)
                .param("name", name)
                .param("masked", number.masked())
                .param("region", region)
                .param("number", keys.seal(number.value(), place(account, id)))
                .param("tag", keys.tag("phone", number.value()))
                .update();
    }

    /** The account's confirmed phones, the one used last first. */
    public List<Phone> confirmed(UUID account) {
        return jdbc.sql(
                        """
                        select * from phone where account_id = :account and confirmed_at is not null
                        order by last_used_at desc nulls last, created_at
                        """)
                .param("account", account)
                .query((row, _) -> phone(account, row))
                .list();
    }

    private Phone phone(UUID account, ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        String number =
                keys.open(row.getBytes("number"), place(account, id))
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "the number of phone " + id + " does not open"));
        Timestamp confirmed = row.getTimestamp("confirmed_at");
        return new Phone(
                id,
                row.getString("name"),
                row.getString("masked"),
                row.getString("region"),
                new Destination(number),
                row.getString("number_tag"),
                confirmed == null ? null : confirmed.toInstant());
    }

    private static String place(UUID account, UUID id) {
        return "phone\n" + account + "\n" + id;
    }
}
