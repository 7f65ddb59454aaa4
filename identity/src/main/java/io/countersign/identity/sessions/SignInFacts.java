package io.countersign.identity.sessions;

import io.countersign.identity.caller.SignedIn;
import io.countersign.identity.geolocation.Places;
import io.countersign.identity.history.Devices;
import io.countersign.identity.revocation.LiveSession;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tells what the login history knows about a session's sign-in. */
@Repository
class SignInFacts {

    private final JdbcClient jdbc;
    private final Devices devices;
    private final Places places;

    SignInFacts(JdbcClient jdbc, Devices devices, Places places) {
        this.jdbc = jdbc;
        this.devices = devices;
        this.places = places;
    }

    Optional<ActiveSession> of(LiveSession session, SignedIn asking, Locale locale) {
        return jdbc.sql(
                        """
                        select address, user_agent, finished_at from sign_in
                        where id = :id and outcome = 'SIGNED_IN'
                        """)
                .param("id", session.attempt().value())
                .query(
                        (row, _) ->
                                new ActiveSession(
                                        session.attempt(),
                                        session.attempt().equals(asking.attempt()),
                                        devices.of(row.getString("user_agent")),
                                        row.getString("address"),
                                        places.of(row.getString("address"), locale).orElse(null),
                                        row.getTimestamp("finished_at").toInstant(),
                                        session.lastSeenAt()))
                .optional();
    }
}
