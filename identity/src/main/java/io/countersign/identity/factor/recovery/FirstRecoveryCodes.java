package io.countersign.identity.factor.recovery;

import io.countersign.identity.account.AccountId;
import io.countersign.identity.account.HeldAccounts;
import io.countersign.identity.method.MethodRole;
import io.countersign.identity.method.MethodSettings;
import io.countersign.identity.method.Offers;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives an account recovery codes as soon as it has a factor that can be lost. */
@Service
public class FirstRecoveryCodes {

    private final HeldAccounts accounts;
    private final RecoveryCodes codes;
    private final Offers offers;
    private final MethodSettings methods;

    FirstRecoveryCodes(
            HeldAccounts accounts, RecoveryCodes codes, Offers offers, MethodSettings methods) {
        this.accounts = accounts;
        this.codes = codes;
        this.offers = offers;
        this.methods = methods;
    }

    /** The account's first codes, to be shown now; empty where it has had some. */
    @Transactional
    public Optional<List<RecoveryCode>> of(AccountId account) {
        boolean due =
                accounts.hold(account)
                        && methods.recoveryCode() != MethodRole.OFF
                        && offers.hasFactor(account)
                        && !codes.any(account);
        return due ? Optional.of(codes.replace(account)) : Optional.empty();
    }
}
