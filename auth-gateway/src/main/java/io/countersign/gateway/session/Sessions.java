package io.countersign.gateway.session;

import io.countersign.challenge.Approved;
import io.countersign.gateway.account.Accounts;
import io.countersign.gateway.alert.NewDevices;
import io.countersign.gateway.signin.Attempt;
import io.countersign.gateway.signin.Attempts;
import io.countersign.gateway.signin.Outcome;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Begins sessions and completes them. The session is written in the transaction that ends the
 * attempt as signed in, so there is never one without the other, and never a second one.
 */
@Service
public class Sessions {

    private final Accounts accounts;
    private final Attempts attempts;
    private final SecurityContextRepository contexts;
    private final DeviceCookie device;
    private final NewDevices newDevices;

    Sessions(
            Accounts accounts,
            Attempts attempts,
            SecurityContextRepository contexts,
            DeviceCookie device,
            NewDevices newDevices) {
        this.accounts = accounts;
        this.attempts = attempts;
        this.contexts = contexts;
        this.device = device;
        this.newDevices = newDevices;
    }

    /** After the password: a session that can do nothing but give the second factor. */
    @Transactional
    public void begin(Attempt attempt, HttpServletRequest request, HttpServletResponse response) {
        write(attempt, Factors.password(), request, response);
    }

    /** Signs in an account that has no second factor and needs none. */
    @Transactional
    public boolean completeWithoutSecond(
            Attempt attempt, HttpServletRequest request, HttpServletResponse response) {
        if (!accounts.holdActive(attempt.account()) || !attempts.signIn(attempt.id(), null, null)) {
            return false;
        }
        newDevices.look(attempt, DeviceCookie.of(request));
        write(attempt, Factors.passwordAnd(Factors.SECOND_NOT_NEEDED), request, response);
        device.renew(attempt.account(), request, response);
        return true;
    }

    /**
     * Signs in for an approved challenge; false when the attempt or the account has ended
     * meanwhile.
     */
    @Transactional
    public boolean complete(
            Attempt attempt,
            Approved approved,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!accounts.holdActive(attempt.account())
                || !attempts.signIn(attempt.id(), approved.terms().id(), approved.method())) {
            return false;
        }
        newDevices.look(attempt, DeviceCookie.of(request));
        write(attempt, Factors.passwordAnd(Factors.SECOND), request, response);
        device.renew(attempt.account(), request, response);
        return true;
    }

    /** Signs out, or gives a sign-in up that waits for its second factor. */
    public void end(
            Authentication visitor, HttpServletRequest request, HttpServletResponse response) {
        awaiting(visitor).ifPresent(attempt -> attempts.end(attempt.id(), Outcome.CANCELLED));
        new SecurityContextLogoutHandler().logout(request, response, visitor);
    }

    /** The attempt whose second factor this session may give. */
    public Optional<Attempt> awaiting(Authentication authentication) {
        return Factors.awaitsSecond(authentication)
                        && authentication.getPrincipal() instanceof AccountPrincipal principal
                ? attempts.find(principal.attempt())
                : Optional.empty();
    }

    /** Who is signed in; empty for everybody who is not, or not fully. */
    public Optional<SignedIn> signedIn(Authentication authentication) {
        return Factors.signedIn(authentication)
                        && authentication.getPrincipal() instanceof AccountPrincipal principal
                ? Optional.of(
                        new SignedIn(
                                principal.account(),
                                principal.attempt(),
                                Factors.secondAt(authentication)))
                : Optional.empty();
    }

    /** What the visitor has proven so far. */
    public Standing standing(Authentication authentication) {
        if (Factors.signedIn(authentication)) {
            return Standing.SIGNED_IN;
        }
        return Factors.awaitsSecond(authentication)
                ? Standing.AWAITS_SECOND_FACTOR
                : Standing.STRANGER;
    }

    /** Gives the session a new id; a cookie that somebody kept is worth nothing any more. */
    void renew(HttpServletRequest request, HttpServletResponse response) {
        Authentication own = own();
        write(own, List.copyOf(own.getAuthorities()), request, response);
    }

    /** The same, for a session whose person has just proven a second factor. */
    void renewWithSecond(HttpServletRequest request, HttpServletResponse response) {
        Authentication own = own();
        write(own, Factors.withSecond(own), request, response);
    }

    private static Authentication own() {
        return Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication());
    }

    private void write(
            Attempt attempt,
            List<GrantedAuthority> proven,
            HttpServletRequest request,
            HttpServletResponse response) {
        write(new AccountPrincipal(attempt.account(), attempt.id()), proven, request, response);
    }

    private void write(
            Authentication own,
            List<GrantedAuthority> proven,
            HttpServletRequest request,
            HttpServletResponse response) {
        AccountPrincipal principal = (AccountPrincipal) Objects.requireNonNull(own.getPrincipal());
        write(principal, proven, request, response);
    }

    private void write(
            AccountPrincipal principal,
            List<GrantedAuthority> proven,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (request.getSession(false) == null) {
            request.getSession(true);
        } else {
            request.changeSessionId();
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(principal, null, proven));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }
}
