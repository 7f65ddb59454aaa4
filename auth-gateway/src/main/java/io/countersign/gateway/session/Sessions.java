package io.countersign.gateway.session;

import io.countersign.challenge.Approved;
import io.countersign.gateway.account.Accounts;
import io.countersign.gateway.alert.NewDevices;
import io.countersign.gateway.signin.Attempt;
import io.countersign.gateway.signin.Attempts;
import io.countersign.gateway.signin.Outcome;
import io.countersign.gateway.signin.StepUps;
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
    private final StepUps stepUps;
    private final SecurityContextRepository contexts;
    private final DeviceCookie device;
    private final NewDevices newDevices;
    private final SecondFactorDuty duty;
    private final SessionKeys keys;
    private final StoredSessions stored;

    Sessions(
            Accounts accounts,
            Attempts attempts,
            StepUps stepUps,
            SecurityContextRepository contexts,
            DeviceCookie device,
            NewDevices newDevices,
            SecondFactorDuty duty,
            SessionKeys keys,
            StoredSessions stored) {
        this.accounts = accounts;
        this.attempts = attempts;
        this.stepUps = stepUps;
        this.contexts = contexts;
        this.device = device;
        this.newDevices = newDevices;
        this.duty = duty;
        this.keys = keys;
        this.stored = stored;
    }

    /** After the password: a session that can do nothing but give the second factor. */
    @Transactional
    public void begin(Attempt attempt, HttpServletRequest request, HttpServletResponse response) {
        write(attempt, Factors.password(), request, response);
    }

    /**
     * Signs in an account that has no second factor; where it has to have one, to nothing but
     * setting one up.
     */
    @Transactional
    public boolean completeWithoutSecond(
            Attempt attempt, HttpServletRequest request, HttpServletResponse response) {
        if (!mayBeUsed(attempt) || !attempts.signIn(attempt.id(), null, null)) {
            return false;
        }
        String second =
                duty.unmet(attempt.account())
                        ? Factors.SECOND_TO_SET_UP
                        : Factors.SECOND_NOT_NEEDED;
        enter(attempt, second, request, response);
        return true;
    }

    /**
     * Signs in for an approved challenge, or renews the second factor of the session that steps up;
     * false when the attempt, the account or that session has ended meanwhile.
     */
    @Transactional
    public boolean complete(
            Attempt attempt,
            Approved approved,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!mayBeUsed(attempt)
                || (attempt.stepsUp() && !keys.hold(request.getSession().getId()))
                || !attempts.signIn(attempt.id(), approved.terms().id(), approved.method())) {
            return false;
        }
        if (attempt.stepsUp()) {
            write(own(), Factors.passwordAnd(Factors.SECOND), request, response);
            return true;
        }
        enter(attempt, Factors.SECOND, request, response);
        return true;
    }

    /**
     * Begins the session of an attempt that has just ended as signed in, in the same transaction.
     *
     * @param second one of {@link Factors}, besides the password
     */
    void enter(
            Attempt attempt,
            String second,
            HttpServletRequest request,
            HttpServletResponse response) {
        newDevices.look(attempt, DeviceCookie.of(request));
        write(attempt, Factors.passwordAnd(second), request, response);
        device.renew(attempt.account(), request, response);
    }

    /** Signs out, or gives a sign-in up that waits for its second factor. */
    @Transactional
    public void end(
            Authentication visitor, HttpServletRequest request, HttpServletResponse response) {
        giveUp(visitor);
        new SecurityContextLogoutHandler().logout(request, response, visitor);
    }

    /**
     * Gives up the session and whatever it has under way, also where a request at the same time has
     * just given it another id.
     */
    @Transactional
    void giveUp(Authentication visitor) {
        if (visitor.getPrincipal() instanceof AccountPrincipal who) {
            accounts.hold(who.account());
            awaiting(visitor).ifPresent(attempt -> attempts.end(attempt.id(), Outcome.CANCELLED));
            stored.deleteFrom(who);
        }
    }

    /** The attempt whose second factor this session may give: its own, or one to step up. */
    public Optional<Attempt> awaiting(Authentication authentication) {
        if (!(authentication.getPrincipal() instanceof AccountPrincipal principal)) {
            return Optional.empty();
        }
        if (Factors.awaitsSecond(authentication)) {
            return attempts.find(principal.attempt());
        }
        return Factors.signedIn(authentication)
                ? stepUps.underWay(principal.attempt())
                : Optional.empty();
    }

    /**
     * Whose session it is that is signed in, fully or to nothing but setting a second factor up;
     * which of the two may call what is told by {@link AccessRules}.
     */
    Optional<SignedIn> who(Authentication authentication) {
        return (Factors.signedIn(authentication) || Factors.setsSecondUp(authentication))
                        && authentication.getPrincipal() instanceof AccountPrincipal principal
                ? Optional.of(
                        new SignedIn(
                                principal.account(),
                                principal.attempt(),
                                Factors.secondAt(authentication)))
                : Optional.empty();
    }

    /** Who is signed in; empty for everybody who is not, or not fully. */
    public Optional<SignedIn> signedIn(Authentication authentication) {
        return Factors.signedIn(authentication) ? who(authentication) : Optional.empty();
    }

    /** What the visitor has proven so far. */
    public Standing standing(Authentication authentication) {
        if (Factors.signedIn(authentication)) {
            return Standing.SIGNED_IN;
        }
        if (Factors.setsSecondUp(authentication)) {
            return Standing.SETS_SECOND_FACTOR_UP;
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

    /** Ends the session itself. */
    void endOwn(HttpServletRequest request, HttpServletResponse response) {
        new SecurityContextLogoutHandler().logout(request, response, own());
    }

    /** Whether the account is one to sign in to; it stays so until the session is written. */
    private boolean mayBeUsed(Attempt attempt) {
        boolean active = accounts.holdActive(attempt.account());
        if (!active) {
            attempts.end(attempt.id(), Outcome.BARRED);
        }
        return active;
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
        rotate(principal, request);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(principal, null, proven));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }

    /** Nothing of a session goes on in another account's. */
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
}
