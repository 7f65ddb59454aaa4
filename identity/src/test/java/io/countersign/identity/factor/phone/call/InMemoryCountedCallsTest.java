package io.countersign.identity.factor.phone.call;

import io.countersign.identity.account.AccountId;

class InMemoryCountedCallsTest extends CountedCallsContract {

    private final CountedCalls counted = new InMemoryCountedCalls();

    @Override
    CountedCalls counted() {
        return counted;
    }

    @Override
    AccountId account() {
        return AccountId.next();
    }
}
