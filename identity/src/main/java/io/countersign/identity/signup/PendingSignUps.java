package io.countersign.identity.signup;

import io.countersign.identity.account.EmailAddress;
import io.countersign.identity.attempt.Forgetful;
import io.countersign.identity.link.LinkPurpose;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sign-ups in the database, until their address is confirmed or they expire. */
@Repository
class PendingSignUps implements Forgetful {

    private static final RowMapper<PendingSignUp> ROW =
            (row, _) ->
                    new PendingSignUp(
                            row.getObject("id", UUID.class),
                            new EmailAddress(row.getString("email")),
                            row.getString("locale"));

    private final JdbcClient jdbc;

    PendingSignUps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(PendingSignUp signUp) {
        jdbc.sql(
                        """
                        insert into sign_up (id, email, locale, expires_at)
                        values (:id, :email, :locale, now() + :lifetime * interval '1 second')
                        """)
                .param("id", signUp.id())
                .param("email", signUp.email().value())
                .param("locale", signUp.locale())
                .param("lifetime", LinkPurpose.CONFIRM_ADDRESS.lifetime().toSeconds())
                .update();
    }

    Optional<PendingSignUp> find(UUID id) {
        return jdbc.sql("select * from sign_up where id = :id and expires_at > now()")
                .param("id", id)
                .query(ROW)
                .optional();
    }

    /** Ends all sign-ups with this address: it belongs to an account now. */
    void end(EmailAddress email) {
        jdbc.sql("delete from sign_up where email = :email").param("email", email.value()).update();
    }

    @Override
    public void forgetOld() {
        jdbc.sql("delete from sign_up where expires_at <= now()").update();
    }
}
