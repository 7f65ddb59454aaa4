package io.countersign.gateway.session;

import io.countersign.identity.account.AccountId;
import java.io.Serializable;
import java.util.UUID;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * Whose session it is.
 *
 * @param account the account's id; the session is found by it
 * @param attempt the attempt to sign in that the session came from
 */
public record AccountPrincipal(UUID account, UUID attempt)
        implements AuthenticatedPrincipal, Serializable {

    AccountPrincipal(AccountId account, UUID attempt) {
        this(account.value(), attempt);
    }

    /** Whose session it is; what is serialized stays a bare UUID. */
    public AccountId accountId() {
        return new AccountId(account);
    }

    @Override
    public String getName() {
        return account.toString();
    }
}
