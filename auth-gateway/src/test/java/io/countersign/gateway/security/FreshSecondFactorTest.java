package io.countersign.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.gateway.session.AccountPrincipal;
import io.countersign.gateway.session.ProvenFactors;
import io.countersign.identity.policy.NoDuty;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

@Tag("SECURITY-13")
class FreshSecondFactorTest {

    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    private static final RequestAuthorizationContext REQUEST =
            new RequestAuthorizationContext(new MockHttpServletRequest());

    private final FreshSecondFactor withFactor = rule(true);
    private final FreshSecondFactor withoutFactor = rule(false);

    @Test
    void whoHasAFactorNeedsOneThatWasGivenWithinFiveMinutes() {
        assertThat(granted(withFactor, second(Duration.ofMinutes(4)))).isTrue();
        assertThat(granted(withFactor, second(Duration.ofMinutes(5)))).isFalse();
        assertThat(granted(withFactor, second(Duration.ofHours(1)))).isFalse();
    }

    @Test
    void anotherAuthorityIsNoSecondFactor() {
        assertThat(granted(withFactor, ProvenFactors.passwordAnd(ProvenFactors.SECOND_NOT_NEEDED)))
                .isFalse();
        assertThat(granted(withFactor, ProvenFactors.passwordAnd(ProvenFactors.SECOND_TO_SET_UP)))
                .isFalse();
    }

    @Test
    void whoHasNoneNeedsNone() {
        assertThat(
                        granted(
                                withoutFactor,
                                ProvenFactors.passwordAnd(ProvenFactors.SECOND_NOT_NEEDED)))
                .isTrue();
    }

    @Test
    void whoIsNotSignedInMayNothing() {
        assertThat(granted(withoutFactor, ProvenFactors.password())).isFalse();
        assertThat(granted(withoutFactor, List.of())).isFalse();
        assertThat(granted(withoutFactor.orSettingSecondUp(), ProvenFactors.password())).isFalse();
    }

    @Test
    void whoHasToSetOneUpMayBeginToAddOneAndNothingElse() {
        List<GrantedAuthority> settingUp =
                ProvenFactors.passwordAnd(ProvenFactors.SECOND_TO_SET_UP);

        assertThat(granted(withoutFactor.orSettingSecondUp(), settingUp)).isTrue();
        assertThat(granted(withoutFactor, settingUp)).isFalse();
    }

    private static FreshSecondFactor rule(boolean has) {
        return new FreshSecondFactor(
                new NoDuty(has),
                new StepUpSettings(Duration.ofMinutes(5)),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static List<GrantedAuthority> second(Duration ago) {
        return List.of(
                FactorGrantedAuthority.fromAuthority(ProvenFactors.PASSWORD),
                FactorGrantedAuthority.withAuthority(ProvenFactors.SECOND)
                        .issuedAt(NOW.minus(ago))
                        .build());
    }

    private static boolean granted(
            AuthorizationManager<RequestAuthorizationContext> rule, List<GrantedAuthority> proven) {
        Authentication visitor =
                UsernamePasswordAuthenticationToken.authenticated(
                        new AccountPrincipal(UUID.randomUUID(), UUID.randomUUID()), null, proven);
        return Objects.requireNonNull(rule.authorize(() -> visitor, REQUEST)).isGranted();
    }
}
