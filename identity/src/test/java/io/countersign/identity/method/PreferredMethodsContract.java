package io.countersign.identity.method;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.challenge.Method;
import io.countersign.identity.account.AccountId;
import org.junit.jupiter.api.Test;

/** What a store of preferences must keep to. */
abstract class PreferredMethodsContract {

    abstract PreferredMethods preferred();

    /** A new account. */
    abstract AccountId account();

    @Test
    void nothing_is_preferred_at_first() {
        assertThat(preferred().of(account())).isEmpty();
    }

    @Test
    void the_latest_choice_stands() {
        AccountId account = account();

        preferred().prefer(account, Method.SMS);
        preferred().prefer(account, Method.TOTP);

        assertThat(preferred().of(account)).contains(Method.TOTP);
    }

    @Test
    void the_choice_can_be_left_to_us_again() {
        AccountId account = account();
        preferred().prefer(account, Method.SMS);

        preferred().prefer(account, null);

        assertThat(preferred().of(account)).isEmpty();
    }

    @Test
    void everybody_has_a_choice_of_their_own() {
        AccountId account = account();

        preferred().prefer(account(), Method.SMS);

        assertThat(preferred().of(account)).isEmpty();
    }
}
