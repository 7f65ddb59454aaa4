package io.countersign.gateway.security;

import io.countersign.gateway.session.AccountPrincipal;
import io.countersign.gateway.session.ProvenFactors;
import io.countersign.identity.policy.SecondFactorDuty;
import java.time.Clock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AllRequiredFactorsAuthorizationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.RequiredFactor;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/**
 * The rule for everything that changes how an account is protected: if the account has a second
 * factor, the signed-in person has given one recently.
 */
@Component
class FreshSecondFactor implements AuthorizationManager<RequestAuthorizationContext> {

    private final SecondFactorDuty duty;
    private final AllRequiredFactorsAuthorizationManager<RequestAuthorizationContext> fresh;

    FreshSecondFactor(SecondFactorDuty duty, StepUpSettings settings, Clock clock) {
        this.duty = duty;
        fresh =
                AllRequiredFactorsAuthorizationManager.<RequestAuthorizationContext>builder()
                        .requireFactor(
                                RequiredFactor.withAuthority(ProvenFactors.SECOND)
                                        .validDuration(settings.fresh())
                                        .build())
                        .build();
        fresh.setClock(clock);
    }

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends @Nullable Authentication> visitor,
            RequestAuthorizationContext request) {
        return ProvenFactors.signedIn(visitor.get())
                ? whereNeeded(visitor, request)
                : new AuthorizationDecision(false);
    }

    /** The same; a person who has to set up a second factor has none to give. */
    AuthorizationManager<RequestAuthorizationContext> orSettingSecondUp() {
        return (visitor, request) ->
                ProvenFactors.setsSecondUp(visitor.get())
                        ? new AuthorizationDecision(true)
                        : authorize(visitor, request);
    }

    private AuthorizationResult whereNeeded(
            Supplier<? extends @Nullable Authentication> visitor,
            RequestAuthorizationContext request) {
        return visitor.get().getPrincipal() instanceof AccountPrincipal who
                        && !duty.has(who.accountId())
                ? new AuthorizationDecision(true)
                : fresh.authorize(visitor, request);
    }
}
