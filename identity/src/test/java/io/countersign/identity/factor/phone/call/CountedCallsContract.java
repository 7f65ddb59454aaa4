package io.countersign.identity.factor.phone.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.identity.account.AccountId;
import org.junit.jupiter.api.Test;

/** What a count of wrong digits must keep to. */
abstract class CountedCallsContract {

    abstract CountedCalls counted();

    /** A new account. */
    abstract AccountId account();

    @Test
    void every_account_has_its_own_count() {
        AccountId account = account();

        assertThat(counted().add(account)).isEqualTo(1);
        assertThat(counted().add(account)).isEqualTo(2);
        assertThat(counted().add(account())).isEqualTo(1);
    }

    @Test
    void what_is_forgotten_begins_anew() {
        AccountId account = account();
        counted().add(account);
        counted().add(account);

        counted().forget(account);

        assertThat(counted().add(account)).isEqualTo(1);
    }
}
