package io.countersign.identity.method;

import io.countersign.identity.account.AccountId;

class InMemoryPreferredMethodsTest extends PreferredMethodsContract {

    private final PreferredMethods preferred = new InMemoryPreferredMethods();

    @Override
    PreferredMethods preferred() {
        return preferred;
    }

    @Override
    AccountId account() {
        return AccountId.next();
    }
}
