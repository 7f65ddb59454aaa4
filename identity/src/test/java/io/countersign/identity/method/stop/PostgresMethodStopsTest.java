package io.countersign.identity.method.stop;

import io.countersign.identity.OwnDatabase;
import io.countersign.identity.account.AccountId;
import java.time.Instant;

class PostgresMethodStopsTest extends MethodStopsContract {

    @Override
    MethodStops stops() {
        return new PostgresMethodStops(OwnDatabase.jdbc());
    }

    @Override
    AccountId account() {
        return OwnDatabase.account();
    }

    @Override
    Instant clock() {
        return OwnDatabase.jdbc()
                .sql("select date_trunc('second', now())")
                .query((row, _) -> row.getTimestamp(1).toInstant())
                .single();
    }
}
