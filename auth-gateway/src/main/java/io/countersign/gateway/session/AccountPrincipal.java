package io.countersign.gateway.session;

import io.countersign.identity.account.AccountId;
import io.countersign.identity.attempt.AttemptId;
import java.io.Serializable;
import java.util.UUID;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * Whose session it is. Sessions are serialized with bare UUIDs.
 *
 * @param account the account's id; the session is found by it
 * @param attempt the attempt to sign in that the session came from
 */
public record AccountPrincipal(UUID account, UUID attempt)
        implements AuthenticatedPrincipal, Serializable {

    AccountPrincipal(AccountId account, AttemptId attempt) {
        this(account.value(), attempt.value());
    }

    public AccountId accountId() {
        return new AccountId(account);
    }

    AttemptId attemptId() {
        return new AttemptId(attempt);
    }

    @Override
    public String getName() {
        return account.toString();
    }
}
