package io.countersign.identity.factor.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.identity.account.AccountId;
import io.countersign.identity.factor.recovery.RecoveryCodeSettings.Visibility;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a store of recovery codes must keep to. */
@Tag("SECURITY-7")
abstract class RecoveryCodesContract {

    private AccountId account = AccountId.next();
    private RecoveryCodes codes;

    abstract RecoveryCodes codes(RecoveryCodeSettings settings);

    /** A new account. */
    abstract AccountId account();

    @BeforeEach
    void begin() {
        account = account();
        codes = codes(new RecoveryCodeSettings(Visibility.ONCE));
    }

    @Test
    void there_are_none_at_first() {
        assertThat(codes.any(account)).isFalse();
        assertThat(codes.stock(account))
                .isEqualTo(new RemainingRecoveryCodes.Stock(0, Optional.empty()));
    }

    @Test
    void ten_different_ones_are_given_at_once() {
        assertThat(codes.replace(account)).hasSize(10).doesNotHaveDuplicates();

        assertThat(codes.any(account)).isTrue();
        assertThat(codes.stock(account))
                .isEqualTo(new RemainingRecoveryCodes.Stock(10, Optional.empty()));
    }

    @Test
    void each_can_be_spent_once() {
        RecoveryCode code = codes.replace(account).getFirst();
        UUID found = codes.find(account, code).orElseThrow();

        codes.spend(account, found);

        assertThat(codes.find(account, code)).isEmpty();
        assertThat(codes.stock(account).left()).isEqualTo(9);
        assertThat(codes.stock(account).lastUsedAt()).isPresent();
        assertThatThrownBy(() -> codes.spend(account, found))
                .isInstanceOf(IllegalStateException.class);
        assertThat(codes.stock(account).left()).isEqualTo(9);
    }

    @Test
    void those_of_another_account_are_not_found_and_cannot_be_spent() {
        AccountId other = account();
        codes.replace(account);
        RecoveryCode code = codes.replace(other).getFirst();
        UUID found = codes.find(other, code).orElseThrow();

        assertThat(codes.find(account, code)).isEmpty();
        assertThatThrownBy(() -> codes.spend(account, found))
                .isInstanceOf(IllegalStateException.class);
        assertThat(codes.stock(other).left()).isEqualTo(10);
    }

    @Test
    void new_ones_replace_all() {
        List<RecoveryCode> before = codes.replace(account);

        List<RecoveryCode> fresh = codes.replace(account);

        assertThat(fresh).doesNotContainAnyElementsOf(before);
        assertThat(before).allMatch(code -> codes.find(account, code).isEmpty());
        assertThat(fresh).allMatch(code -> codes.find(account, code).isPresent());
        assertThat(codes.stock(account).left()).isEqualTo(10);
    }

    @Test
    void nothing_is_left_of_what_is_removed() {
        RecoveryCode code = codes.replace(account).getFirst();

        codes.remove(account);

        assertThat(codes.find(account, code)).isEmpty();
        assertThat(codes.any(account)).isFalse();
        assertThat(codes.stock(account).left()).isZero();
    }

    @Test
    void an_account_that_has_used_up_all_had_some() {
        for (RecoveryCode code : codes.replace(account)) {
            codes.spend(account, codes.find(account, code).orElseThrow());
        }

        assertThat(codes.stock(account).left()).isZero();
        assertThat(codes.any(account)).isTrue();
    }

    @Test
    void none_can_be_seen_again_where_they_are_shown_once() {
        codes.replace(account);

        assertThat(codes.view(account)).isEmpty();
    }

    @Test
    void the_unused_ones_can_be_seen_again_where_policy_allows_it() {
        RecoveryCodes viewable = codes(new RecoveryCodeSettings(Visibility.VIEWABLE));
        List<RecoveryCode> given = viewable.replace(account);
        viewable.spend(account, viewable.find(account, given.getFirst()).orElseThrow());

        assertThat(viewable.view(account))
                .containsExactlyInAnyOrderElementsOf(given.subList(1, 10));
        assertThat(viewable.view(account())).isEmpty();
    }

    @Test
    void what_is_erased_still_serves() {
        RecoveryCodes viewable = codes(new RecoveryCodeSettings(Visibility.VIEWABLE));
        List<RecoveryCode> given = viewable.replace(account);

        assertThat(viewable.eraseSealed()).isGreaterThanOrEqualTo(10);
        assertThat(viewable.eraseSealed()).isZero();

        assertThat(viewable.view(account)).isEmpty();
        assertThat(given).allMatch(code -> viewable.find(account, code).isPresent());
    }
}
