package io.countersign.identity.caller;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How sessions are found in the database: by the id in the cookie, and by the key behind it. */
@Repository
public class SessionKeys {

    private final JdbcClient jdbc;

    SessionKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Gives a session another id and another key; all else stays, including its creation time.
     *
     * @return the new id; empty where the session has ended
     */
    public Optional<String> change(String id) {
        return jdbc.sql(
                        """
                        update spring_session set session_id = :next, primary_id = :key where session_id = :id
                        returning session_id
                        """)
                .param("next", UUID.randomUUID().toString())
                .param("key", UUID.randomUUID().toString())
                .param("id", id)
                .query(String.class)
                .optional();
    }

    /**
     * Locks a session until the transaction ends: it can neither end nor get another id from
     * another transaction; false where it has already ended or got one.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean hold(String id) {
        return jdbc.sql("select 1 from spring_session where session_id = :id for update")
                .param("id", id)
                .query(Integer.class)
                .optional()
                .isPresent();
    }
}
