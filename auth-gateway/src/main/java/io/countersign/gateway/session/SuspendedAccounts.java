package io.countersign.gateway.session;

import io.countersign.identity.account.Accounts;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends sessions that are signed in to an account that may not be used any more, however that came
 * about. People who wait for the second factor are told by the attempt.
 */
public final class SuspendedAccounts extends OncePerRequestFilter {

    private final Accounts accounts;

    public SuspendedAccounts(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (suspended(SecurityContextHolder.getContext().getAuthentication())) {
            request.getSession().invalidate();
            SecurityContextHolder.clearContext();
        }
        chain.doFilter(request, response);
    }

    private boolean suspended(@Nullable Authentication visitor) {
        return visitor != null
                && (ProvenFactors.signedIn(visitor) || ProvenFactors.setsSecondUp(visitor))
                && visitor.getPrincipal() instanceof AccountPrincipal who
                && !accounts.active(who.accountId());
    }
}
