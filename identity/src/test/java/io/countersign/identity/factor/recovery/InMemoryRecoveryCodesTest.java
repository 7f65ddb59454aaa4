package io.countersign.identity.factor.recovery;

import io.countersign.identity.account.AccountId;
import io.countersign.test.MovableClock;

class InMemoryRecoveryCodesTest extends RecoveryCodesContract {

    @Override
    RecoveryCodes codes(RecoveryCodeSettings settings) {
        return new InMemoryRecoveryCodes(new MovableClock(), settings);
    }

    @Override
    AccountId account() {
        return AccountId.next();
    }
}
