package io.countersign.identity.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.challenge.Method;
import io.countersign.identity.OwnDatabase;
import io.countersign.identity.account.AccountId;
import io.countersign.identity.method.FakeMethod;
import io.countersign.identity.method.MethodSettings;
import io.countersign.identity.method.OffersOf;
import io.countersign.identity.policy.PolicySettings.Demand;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@Tag("SECURITY-11")
class SecondFactorPolicyTest {

    private final JdbcClient jdbc = OwnDatabase.jdbc();
    private final FakeMethod app = new FakeMethod(Method.TOTP, 1, MethodSettings::totp);
    private final SecondFactorPolicy policy = policy(Demand.OPTIONAL);

    @BeforeEach
    void nobodyIsForced() {
        jdbc.sql("delete from second_factor_policy").update();
    }

    @Test
    void a_row_forces_its_account_from_its_time_on() {
        AccountId now = OwnDatabase.account();
        AccountId later = OwnDatabase.account();
        force(now, "now()");
        force(later, "now() + interval '1 hour'");

        assertThat(policy.requires(now)).isTrue();
        assertThat(policy.requires(later)).isFalse();
        assertThat(policy.requires(OwnDatabase.account())).isFalse();
    }

    @Test
    void one_row_forces_everybody() {
        AccountId account = OwnDatabase.account();
        assertThat(policy.requires(account)).isFalse();

        force(null, "now()");

        assertThat(policy.requires(account)).isTrue();
    }

    @Test
    void so_does_the_setting() {
        SecondFactorPolicy strict = policy(Demand.REQUIRED);
        AccountId account = OwnDatabase.account();
        assertThat(strict.unmet(account)).isTrue();

        app.give(account);

        assertThat(strict.unmet(account)).isFalse();
    }

    private SecondFactorPolicy policy(Demand demand) {
        return new SecondFactorPolicy(jdbc, new PolicySettings(demand), OffersOf.methods(app));
    }

    private void force(@Nullable AccountId account, String from) {
        jdbc.sql("insert into second_factor_policy values (:account, " + from + ")")
                .param("account", account == null ? null : account.value(), java.sql.Types.OTHER)
                .update();
    }
}
