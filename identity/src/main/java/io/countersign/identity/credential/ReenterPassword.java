package io.countersign.identity.credential;

import io.countersign.identity.account.AccountId;
import io.countersign.identity.account.Password;
import io.countersign.identity.attempt.Origin;

/** Asks a signed-in person for the password again. */
public interface ReenterPassword {

    ReenterOutcome check(AccountId account, Password password, Origin origin);
}
