package io.countersign.identity.method;

import io.countersign.identity.OwnDatabase;
import io.countersign.identity.account.AccountId;

class PostgresPreferredMethodsTest extends PreferredMethodsContract {

    @Override
    PreferredMethods preferred() {
        return new PostgresPreferredMethods(OwnDatabase.jdbc());
    }

    @Override
    AccountId account() {
        return OwnDatabase.account();
    }
}
