package io.countersign.gateway.security;

import io.countersign.gateway.session.AbsoluteLifetime;
import io.countersign.gateway.session.ProvenFactors;
import io.countersign.gateway.session.SessionSettings;
import io.countersign.gateway.session.Sessions;
import io.countersign.gateway.session.SuspendedAccounts;
import io.countersign.identity.account.Accounts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;

/** Sessions, tokens and headers of every request; {@link AccessRules} says who may call what. */
@Configuration
@EnableWebSecurity
class SecurityRules {

    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; manifest-src 'self'; form-action 'self';"
                    + " base-uri 'none'; frame-ancestors 'none'";

    @Bean
    SecurityFilterChain rules(
            HttpSecurity http,
            AccessRules access,
            SecurityContextRepository contexts,
            Refusals refusals,
            SessionSettings settings,
            Sessions sessions,
            Accounts accounts,
            Clock clock)
            throws Exception {
        return http.authorizeHttpRequests(access::write)
                .securityContext(context -> context.securityContextRepository(contexts))
                .addFilterBefore(
                        new AbsoluteLifetime(settings.absolute(), clock),
                        SecurityContextHolderFilter.class)
                .addFilterBefore(
                        new SuspendedAccounts(accounts), AnonymousAuthenticationFilter.class)
                .exceptionHandling(
                        handling ->
                                handling.authenticationEntryPoint(refusals)
                                        .accessDeniedHandler(refusals))
                .requestCache(cache -> cache.disable())
                .logout(
                        signOut ->
                                signOut.logoutUrl("/sign-out")
                                        .addLogoutHandler(
                                                (_, _, visitor) ->
                                                        Optional.ofNullable(visitor)
                                                                .ifPresent(sessions::giveUp))
                                        .logoutSuccessHandler(SecurityRules::signedOut))
                .csrf(csrf -> csrf.csrfTokenRepository(csrfTokens()))
                .headers(
                        headers ->
                                headers.contentSecurityPolicy(
                                                policy ->
                                                        policy.policyDirectives(
                                                                CONTENT_SECURITY_POLICY))
                                        .referrerPolicy(
                                                policy ->
                                                        policy.policy(
                                                                org.springframework.security.web
                                                                        .header.writers
                                                                        .ReferrerPolicyHeaderWriter
                                                                        .ReferrerPolicy
                                                                        .SAME_ORIGIN)))
                .build();
    }

    /** Says so only to people who were signed in, not to those who gave up a sign-in. */
    private static void signedOut(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Authentication visitor)
            throws IOException {
        boolean was =
                visitor != null
                        && (ProvenFactors.signedIn(visitor) || ProvenFactors.setsSecondUp(visitor));
        response.sendRedirect(was ? "/sign-in?signed-out" : "/sign-in");
    }

    /** In a cookie, so that opening the sign-in page leaves nothing in the database. */
    private static CookieCsrfTokenRepository csrfTokens() {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("__Host-countersign-csrf");
        tokens.setHeaderName("X-CSRF-TOKEN");
        tokens.setCookieCustomizer(
                cookie -> cookie.path("/").secure(true).httpOnly(true).sameSite("Strict"));
        return tokens;
    }
}
