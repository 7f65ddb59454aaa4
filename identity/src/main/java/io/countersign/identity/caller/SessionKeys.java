package io.countersign.identity.caller;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What sessions are found by in the database: the id in the cookie, and the key behind it. */
@Repository
public class SessionKeys {

    private final JdbcClient jdbc;

    SessionKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Gives a session another id and another key; all else stays, its creation time too.
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
     * Keeps a session from ending, and from being given another id by anybody else, to the
     * transaction's end; false where it has ended or been given one already.
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
