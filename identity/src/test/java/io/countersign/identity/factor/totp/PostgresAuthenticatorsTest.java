package io.countersign.identity.factor.totp;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.identity.OwnDatabase;
import io.countersign.identity.OwnKeys;
import io.countersign.identity.account.AccountId;
import io.countersign.identity.factor.FactorId;
import io.countersign.identity.factor.totp.code.TotpSecret;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresAuthenticatorsTest extends ActiveAuthenticatorsContract {

    private static AuthenticatorRows rows;

    @BeforeAll
    static void keys(@TempDir Path folder) {
        rows = new AuthenticatorRows(OwnKeys.in(folder));
    }

    @Test
    @Tag("SECURITY-24")
    void a_secret_that_was_moved_to_another_row_does_not_open() {
        Authenticator known = activate(account(), 0);
        Authenticator victim = activate(account(), 0);
        OwnDatabase.jdbc()
                .sql(
                        """
                        update authenticator set secret =
                            (select secret from authenticator where id = :known) where id = :id
                        """)
                .param("known", known.id().value())
                .param("id", victim.id().value())
                .update();

        assertThatThrownBy(() -> authenticators().of(victim.account()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Override
    ActiveAuthenticators authenticators() {
        return new Authenticators(OwnDatabase.jdbc(), rows);
    }

    @Override
    AccountId account() {
        return OwnDatabase.account();
    }

    @Override
    Authenticator activate(AccountId account, long step) {
        FactorId id = FactorId.next();
        return OwnDatabase.jdbc()
                .sql(
                        """
                        insert into authenticator (id, account_id, name, secret, algorithm, begun_by, activated_at, last_step)
                        values (:id, :account, 'Pixel', :secret, 'SHA1', :session, now(), :step)
                        returning *
                        """)
                .param("id", id.value())
                .param("account", account.value())
                .param("secret", rows.sealed(TotpSecret.next(new SecureRandom()), account, id))
                .param("session", UUID.randomUUID())
                .param("step", step)
                .query((row, _) -> rows.authenticator(row))
                .single();
    }
}
