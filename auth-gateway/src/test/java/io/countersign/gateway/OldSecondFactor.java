package io.countersign.gateway;

import io.countersign.identity.account.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;

/** Lets time pass for sessions alone. */
public final class OldSecondFactor {

    private static final String CONTEXT =
            HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

    private OldSecondFactor() {}

    /** Has the second factor of the account's sessions been given six minutes earlier. */
    public static void in(FindByIndexNameSessionRepository<?> stored, AccountId account) {
        Instant then = Instant.now().minus(Duration.ofMinutes(6));
        stored.findByPrincipalName(account.toString())
                .values()
                .forEach(
                        session -> {
                            SecurityContext context = session.getAttribute(CONTEXT);
                            if (context != null && context.getAuthentication() != null) {
                                List<GrantedAuthority> older =
                                        context.getAuthentication().getAuthorities().stream()
                                                .map(granted -> issued(granted, then))
                                                .toList();
                                session.setAttribute(
                                        CONTEXT,
                                        new SecurityContextImpl(
                                                UsernamePasswordAuthenticationToken.authenticated(
                                                        Objects.requireNonNull(
                                                                context.getAuthentication()
                                                                        .getPrincipal()),
                                                        null,
                                                        older)));
                            }
                        });
    }

    private static GrantedAuthority issued(GrantedAuthority granted, Instant at) {
        return FactorGrantedAuthority.withAuthority(String.valueOf(granted.getAuthority()))
                .issuedAt(at)
                .build();
    }
}
