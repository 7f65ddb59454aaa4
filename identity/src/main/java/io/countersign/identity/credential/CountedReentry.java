package io.countersign.identity.credential;

import io.countersign.identity.account.Account;
import io.countersign.identity.account.AccountId;
import io.countersign.identity.account.Accounts;
import io.countersign.identity.account.Password;
import io.countersign.identity.attempt.Origin;
import io.countersign.identity.credential.CountedPassword.Looked;
import java.time.Instant;
import org.springframework.stereotype.Service;

/** Counts tries as sign-in does. */
@Service
class CountedReentry implements ReenterPassword {

    private final Accounts accounts;
    private final CountedPassword counted;

    CountedReentry(Accounts accounts, CountedPassword counted) {
        this.accounts = accounts;
        this.counted = counted;
    }

    @Override
    public ReenterOutcome check(AccountId account, Password password, Origin origin) {
        return accounts.find(account)
                .map(Account::email)
                .map(email -> outcome(counted.look(email, password, origin)))
                .orElseGet(ReenterOutcome.Wrong::new);
    }

    private static ReenterOutcome outcome(Looked looked) {
        return switch (looked) {
            case Looked.Fits _ -> new ReenterOutcome.Right();
            case Looked.DoesNotFit _ -> new ReenterOutcome.Wrong();
            case Looked.TooMany(Instant retryAt) -> new ReenterOutcome.TooMany(retryAt);
            case Looked.Busy _ -> new ReenterOutcome.Busy();
        };
    }
}
