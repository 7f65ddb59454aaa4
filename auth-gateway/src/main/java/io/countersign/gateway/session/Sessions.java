package io.countersign.gateway.session;

import io.countersign.gateway.security.AccessRules;
import io.countersign.identity.account.Accounts;
import io.countersign.identity.attempt.Attempt;
import io.countersign.identity.attempt.Attempts;
import io.countersign.identity.attempt.Outcome;
import io.countersign.identity.attempt.StepUps;
import io.countersign.identity.caller.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells what a visitor has proven so far, and lets them give it up. */
@Service
public class Sessions {

    private final Accounts accounts;
    private final Attempts attempts;
    private final StepUps stepUps;
    private final StoredSessions stored;

    Sessions(Accounts accounts, Attempts attempts, StepUps stepUps, StoredSessions stored) {
        this.accounts = accounts;
        this.attempts = attempts;
        this.stepUps = stepUps;
        this.stored = stored;
    }

    /** Signs out, or gives up a sign-in that waits for its second factor. */
    @Transactional
    public void end(
            Authentication visitor, HttpServletRequest request, HttpServletResponse response) {
        giveUp(visitor);
        new SecurityContextLogoutHandler().logout(request, response, visitor);
    }

    /**
     * Gives up the session and everything that it has under way, even if a simultaneous request has
     * just given it another id.
     */
    @Transactional
    public void giveUp(Authentication visitor) {
        if (visitor.getPrincipal() instanceof AccountPrincipal who) {
            accounts.hold(who.accountId());
            awaiting(visitor).ifPresent(attempt -> attempts.end(attempt.id(), Outcome.CANCELLED));
            stored.deleteFrom(who);
        }
    }

    /** The attempt whose second factor this session may give: its own, or one to step up. */
    public Optional<Attempt> awaiting(Authentication authentication) {
        if (!(authentication.getPrincipal() instanceof AccountPrincipal principal)) {
            return Optional.empty();
        }
        if (ProvenFactors.awaitsSecond(authentication)) {
            return attempts.find(principal.attemptId());
        }
        return ProvenFactors.signedIn(authentication)
                ? stepUps.underWay(principal.attemptId())
                : Optional.empty();
    }

    /**
     * Whose session it is, if it is signed in, fully or only to set up a second factor; {@link
     * AccessRules} says which of the two may call what.
     */
    Optional<SignedIn> who(Authentication authentication) {
        return (ProvenFactors.signedIn(authentication)
                                || ProvenFactors.setsSecondUp(authentication))
                        && authentication.getPrincipal() instanceof AccountPrincipal principal
                ? Optional.of(
                        new SignedIn(
                                principal.accountId(),
                                principal.attemptId(),
                                ProvenFactors.secondAt(authentication)))
                : Optional.empty();
    }

    /** The person who is signed in; empty for anyone who is not, or not fully. */
    public Optional<SignedIn> signedIn(Authentication authentication) {
        return ProvenFactors.signedIn(authentication) ? who(authentication) : Optional.empty();
    }

    /** What the visitor has proven so far. */
    public AuthenticationLevel standing(Authentication authentication) {
        if (ProvenFactors.signedIn(authentication)) {
            return AuthenticationLevel.SIGNED_IN;
        }
        if (ProvenFactors.setsSecondUp(authentication)) {
            return AuthenticationLevel.SETS_SECOND_FACTOR_UP;
        }
        return ProvenFactors.awaitsSecond(authentication)
                ? AuthenticationLevel.AWAITS_SECOND_FACTOR
                : AuthenticationLevel.STRANGER;
    }
}
