package io.countersign.identity.factor.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.engine.keys.GatewayKeys;
import io.countersign.identity.OwnDatabase;
import io.countersign.identity.OwnKeys;
import io.countersign.identity.account.AccountId;
import io.countersign.identity.factor.recovery.RecoveryCodeSettings.Visibility;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;

class PostgresRecoveryCodesTest extends RecoveryCodesContract {

    private static GatewayKeys keys;

    private final JdbcClient jdbc = OwnDatabase.jdbc();

    @BeforeAll
    static void keys(@TempDir Path folder) {
        keys = OwnKeys.in(folder);
    }

    @Test
    void are_kept_in_no_form_that_could_be_read() {
        AccountId account = account();
        List<RecoveryCode> given = codes(settings(Visibility.ONCE)).replace(account);

        String rows =
                jdbc.sql(
                                "select encode(hash, 'escape') || coalesce(encode(sealed, 'escape'), '-') from recovery_code where account_id = :account")
                        .param("account", account.value())
                        .query(String.class)
                        .list()
                        .toString();

        assertThat(given).noneMatch(code -> rows.contains(code.letters()));
        assertThat(sealed(account)).isZero();
    }

    @Test
    void a_sealed_copy_that_was_moved_to_another_account_does_not_open() {
        RecoveryCodes codes = codes(settings(Visibility.VIEWABLE));
        AccountId victim = account();
        AccountId thief = account();
        codes.replace(victim);
        codes.replace(thief);
        jdbc.sql(
                        """
                        update recovery_code set sealed =
                            (select sealed from recovery_code where account_id = :victim limit 1)
                        where account_id = :thief
                        """)
                .param("victim", victim.value())
                .param("thief", thief.value())
                .update();

        assertThat(codes.view(thief)).isEmpty();
    }

    @Test
    void switching_back_erases_the_sealed_copies_and_the_codes_still_serve() throws Exception {
        RecoveryCodes codes = codes(settings(Visibility.VIEWABLE));
        AccountId account = account();
        List<RecoveryCode> given = codes.replace(account);
        assertThat(sealed(account)).isEqualTo(10);

        new EraseSealedCodes(codes, settings(Visibility.ONCE))
                .run(new DefaultApplicationArguments());

        assertThat(sealed(account)).isZero();
        assertThat(given).allMatch(code -> codes.find(account, code).isPresent());
    }

    @Override
    RecoveryCodes codes(RecoveryCodeSettings settings) {
        return new PostgresRecoveryCodes(jdbc, keys, settings, new SecureRandom());
    }

    @Override
    AccountId account() {
        return OwnDatabase.account();
    }

    private int sealed(AccountId account) {
        return jdbc.sql(
                        "select count(*) from recovery_code where sealed is not null and account_id = :account")
                .param("account", account.value())
                .query(Integer.class)
                .single();
    }

    private static RecoveryCodeSettings settings(Visibility visibility) {
        return new RecoveryCodeSettings(visibility);
    }
}
