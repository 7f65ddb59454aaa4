package io.countersign.gateway.session;

import io.countersign.identity.account.AccountId;
import io.countersign.identity.attempt.AttemptId;
import io.countersign.identity.caller.Second;
import io.countersign.identity.caller.SessionChange;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes a request's session as a use case requires. The session is a row in the database, written
 * at once: in the transaction of the use case.
 */
@Component
class SessionChanges {

    private final SecurityContextRepository contexts;

    SessionChanges(SecurityContextRepository contexts) {
        this.contexts = contexts;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void apply(SessionChange change, HttpServletRequest request, HttpServletResponse response) {
        switch (change) {
            case SessionChange.AwaitsSecond(AccountId account, AttemptId attempt) ->
                    write(
                            new AccountPrincipal(account, attempt),
                            ProvenFactors.password(),
                            request,
                            response);
            case SessionChange.Entered(AccountId account, AttemptId attempt, Second second) ->
                    write(
                            new AccountPrincipal(account, attempt),
                            ProvenFactors.passwordAnd(ProvenFactors.of(second)),
                            request,
                            response);
            case SessionChange.SteppedUp _ ->
                    writeOwn(ProvenFactors.passwordAnd(ProvenFactors.SECOND), request, response);
            case SessionChange.Renewed _ ->
                    writeOwn(List.copyOf(own().getAuthorities()), request, response);
            case SessionChange.RenewedWithSecondFactor _ ->
                    writeOwn(ProvenFactors.withSecond(own()), request, response);
            case SessionChange.Ended _ ->
                    new SecurityContextLogoutHandler().logout(request, response, own());
        }
    }

    private void writeOwn(
            List<GrantedAuthority> proven,
            HttpServletRequest request,
            HttpServletResponse response) {
        AccountPrincipal principal =
                (AccountPrincipal) Objects.requireNonNull(own().getPrincipal());
        write(principal, proven, request, response);
    }

    private void write(
            AccountPrincipal principal,
            List<GrantedAuthority> proven,
            HttpServletRequest request,
            HttpServletResponse response) {
        rotate(principal, request);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(principal, null, proven));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }

    /** No part of a session continues in another account's session. */
    private static void rotate(AccountPrincipal principal, HttpServletRequest request) {
        HttpSession before = request.getSession(false);
        if (before != null && isAnothers(principal)) {
            before.invalidate();
        }
        if (request.getSession(false) == null) {
            request.getSession(true);
        } else {
            request.changeSessionId();
        }
    }

    private static boolean isAnothers(AccountPrincipal principal) {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .map(Authentication::getPrincipal)
                .filter(AccountPrincipal.class::isInstance)
                .map(AccountPrincipal.class::cast)
                .filter(former -> !former.account().equals(principal.account()))
                .isPresent();
    }

    private static Authentication own() {
        return Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication());
    }
}
