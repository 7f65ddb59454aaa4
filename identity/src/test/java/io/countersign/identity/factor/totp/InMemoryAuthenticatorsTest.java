package io.countersign.identity.factor.totp;

import io.countersign.identity.account.AccountId;
import io.countersign.test.MovableClock;

class InMemoryAuthenticatorsTest extends ActiveAuthenticatorsContract {

    private final InMemoryAuthenticators authenticators =
            new InMemoryAuthenticators(new MovableClock());

    @Override
    ActiveAuthenticators authenticators() {
        return authenticators;
    }

    @Override
    AccountId account() {
        return AccountId.next();
    }

    @Override
    Authenticator activate(AccountId account, long step) {
        return authenticators.activate(account, step);
    }
}
