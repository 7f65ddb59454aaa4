package io.countersign.identity.ledger;

import io.countersign.identity.OwnDatabase;
import io.countersign.identity.account.AccountId;
import java.time.Duration;

class WrongGuessRowsTest extends WrongGuessesContract {

    @Override
    WrongGuesses guesses() {
        return new WrongGuessRows(OwnDatabase.jdbc());
    }

    @Override
    AccountId account() {
        return OwnDatabase.account();
    }

    @Override
    void pass(AccountId account, Duration time) {
        OwnDatabase.jdbc()
                .sql(
                        "update guess set at = at - :time * interval '1 second' where account_id = :account")
                .param("time", time.toSeconds())
                .param("account", account.value())
                .update();
    }
}
