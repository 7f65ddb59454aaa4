package io.countersign.identity.remembered;

import io.countersign.identity.account.AccountId;
import io.countersign.identity.attempt.RandomToken;
import io.countersign.identity.geolocation.Places;
import io.countersign.identity.history.Devices;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Shows people which of their devices are remembered: those that would be let in now. */
@Repository
public class RememberedDeviceList {

    private final JdbcClient jdbc;
    private final RememberedDeviceSettings settings;
    private final Devices devices;
    private final Places places;

    RememberedDeviceList(
            JdbcClient jdbc, RememberedDeviceSettings settings, Devices devices, Places places) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.devices = devices;
        this.places = places;
    }

    /** Whether policy lets people have devices remembered. */
    public boolean possible() {
        return settings.days().isPresent();
    }

    /**
     * The one that asks first, then the one that was used last.
     *
     * @param shown the token of the device that asks
     * @param locale the language of the places' names
     */
    public List<RememberedDevice> of(
            AccountId account, Optional<RandomToken> shown, Locale locale) {
        return jdbc.sql(
                        """
                        select id, token_hash = :shown as current, address, user_agent, remembered_at, last_used_at,
                               until
                        from remembered_device,
                             least(expires_at, remembered_at + :lifetime * interval '1 second') as until
                        where account_id = :account and until > now()
                        order by current desc, last_used_at desc, id
                        """)
                .param("shown", shown.map(RandomToken::hash).orElse(""))
                .param("lifetime", settings.lifetime().toSeconds())
                .param("account", account.value())
                .query((row, _) -> device(row, locale))
                .list();
    }

    private RememberedDevice device(ResultSet row, Locale locale) throws SQLException {
        return new RememberedDevice(
                row.getObject("id", UUID.class),
                row.getBoolean("current"),
                devices.of(row.getString("user_agent")),
                row.getString("address"),
                places.of(row.getString("address"), locale).orElse(null),
                row.getTimestamp("remembered_at").toInstant(),
                row.getTimestamp("last_used_at").toInstant(),
                row.getTimestamp("until").toInstant());
    }
}
