package io.countersign.identity.factor.totp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.identity.account.AccountId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a store of authenticators must keep to. */
@Tag("SECURITY-6")
abstract class ActiveAuthenticatorsContract {

    private static final long ACTIVATED = 1000;

    abstract ActiveAuthenticators authenticators();

    /** A new account. */
    abstract AccountId account();

    /** Adds one that was activated by the code of a step. */
    abstract Authenticator activate(AccountId account, long step);

    @Test
    void every_account_has_its_own() {
        Authenticator app = activate(account(), ACTIVATED);

        assertThat(authenticators().of(app.account())).containsExactly(app);
        assertThat(authenticators().of(account())).isEmpty();
    }

    @Test
    void the_step_that_activated_it_and_all_before_are_used_up() {
        Authenticator app = activate(account(), ACTIVATED);

        assertThat(authenticators().takes(app, ACTIVATED - 1)).isFalse();
        assertThat(authenticators().takes(app, ACTIVATED)).isFalse();
        assertThat(authenticators().takes(app, ACTIVATED + 1)).isTrue();
    }

    @Test
    void accepting_uses_up_the_step_and_all_before() {
        Authenticator app = activate(account(), ACTIVATED);

        authenticators().accept(app, ACTIVATED + 2);

        assertThat(authenticators().takes(app, ACTIVATED + 1)).isFalse();
        assertThat(authenticators().takes(app, ACTIVATED + 2)).isFalse();
        assertThat(authenticators().takes(app, ACTIVATED + 3)).isTrue();
    }

    @Test
    void nothing_is_accepted_twice() {
        Authenticator app = activate(account(), ACTIVATED);
        authenticators().accept(app, ACTIVATED + 2);

        assertThatThrownBy(() -> authenticators().accept(app, ACTIVATED + 2))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> authenticators().accept(app, ACTIVATED + 1))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_step_that_became_known_before_its_time_is_never_accepted() {
        Authenticator app = activate(account(), ACTIVATED);
        authenticators().refuse(app, ACTIVATED + 4, ACTIVATED + 1);
        authenticators().refuse(app, ACTIVATED + 6, ACTIVATED + 1);

        assertThat(authenticators().takes(app, ACTIVATED + 3)).isTrue();
        assertThat(authenticators().takes(app, ACTIVATED + 4)).isFalse();
        assertThat(authenticators().takes(app, ACTIVATED + 5)).isTrue();
        assertThat(authenticators().takes(app, ACTIVATED + 6)).isFalse();
        assertThatThrownBy(() -> authenticators().accept(app, ACTIVATED + 4))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_one_used_last_comes_first() {
        AccountId account = account();
        Authenticator first = activate(account, ACTIVATED);
        Authenticator second = activate(account, ACTIVATED);
        assertThat(authenticators().of(account))
                .allMatch(each -> each.lastUsedAt() == null)
                .extracting(Authenticator::id)
                .containsExactly(first.id(), second.id());

        authenticators().accept(second, ACTIVATED + 1);

        assertThat(authenticators().of(account))
                .extracting(Authenticator::id)
                .containsExactly(second.id(), first.id());
        assertThat(authenticators().of(account).getFirst().lastUsedAt()).isNotNull();
    }
}
