package io.countersign.identity.factor.phone.call;

import io.countersign.identity.OwnDatabase;
import io.countersign.identity.account.AccountId;

class PostgresCountedCallsTest extends CountedCallsContract {

    @Override
    CountedCalls counted() {
        return new PostgresCountedCalls(OwnDatabase.jdbc());
    }

    @Override
    AccountId account() {
        return OwnDatabase.account();
    }
}
