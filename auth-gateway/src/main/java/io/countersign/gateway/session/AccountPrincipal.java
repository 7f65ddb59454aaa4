package io.countersign.gateway.session;

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

    @Override
    public String getName() {
        return account.toString();
    }
}
