package io.countersign.gateway.session;

import io.countersign.gateway.account.Accounts;
import java.time.Clock;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;

/** Who may call what. Whatever is not named here needs a session that is fully signed in. */
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
            SecurityContextRepository contexts,
            Refusals refusals,
            SessionSettings settings,
            Sessions sessions,
            Accounts accounts,
            Clock clock)
            throws Exception {
        return http.authorizeHttpRequests(
                        rules ->
                                rules.requestMatchers(
                                                HttpMethod.GET,
                                                "/",
                                                "/sign-in",
                                                "/sign-up",
                                                "/sign-up/*",
                                                "/confirm-address",
                                                "/forgotten",
                                                "/password-reset",
                                                "/not-me",
                                                "/assets/**",
                                                "/favicon.ico")
                                        .permitAll()
                                        .requestMatchers(
                                                HttpMethod.GET,
                                                "/api/v1/csrf",
                                                "/api/v1/session",
                                                "/api/v1/openapi.json",
                                                "/actuator/health/**")
                                        .permitAll()
                                        .requestMatchers(
                                                HttpMethod.POST,
                                                "/sign-in",
                                                "/sign-up",
                                                "/sign-up/*/again",
                                                "/confirm-address",
                                                "/forgotten",
                                                "/password-reset",
                                                "/not-me",
                                                "/api/v1/forgotten-password",
                                                "/api/v1/password-reset",
                                                "/api/v1/not-me",
                                                "/api/v1/sign-in",
                                                "/api/v1/sign-up",
                                                "/api/v1/sign-up/*/mail",
                                                "/api/v1/sign-up/confirm",
                                                "/api/v1/sign-out")
                                        .permitAll()
                                        .requestMatchers("/error")
                                        .permitAll()
                                        .requestMatchers(
                                                HttpMethod.GET,
                                                "/challenge",
                                                "/challenge/status",
                                                "/challenge/events",
                                                "/api/v1/challenge",
                                                "/api/v1/challenge/events")
                                        .access(Factors.whenAwaitingSecondOrSignedIn())
                                        .requestMatchers(
                                                HttpMethod.POST,
                                                "/challenge/send",
                                                "/challenge/answer",
                                                "/challenge/finish",
                                                "/api/v1/challenge/send",
                                                "/api/v1/challenge/answer",
                                                "/api/v1/challenge/finish")
                                        .access(Factors.whenAwaitingSecondOrSignedIn())
                                        .requestMatchers(
                                                HttpMethod.GET,
                                                "/set-up",
                                                "/security/authenticators/new",
                                                "/security/authenticators/*/proof",
                                                "/security/phones/new",
                                                "/security/phones/*/proof",
                                                "/security/phones/*/proof/status",
                                                "/security/phones/*/proof/events",
                                                "/security/telegram/new",
                                                "/security/telegram/links/*",
                                                "/security/telegram/links/*/status",
                                                "/api/v1/regions",
                                                "/api/v1/telegram/links/*")
                                        .access(Factors.whenSettingSecondUpOrSignedIn())
                                        .requestMatchers(
                                                HttpMethod.POST,
                                                "/security/authenticators",
                                                "/security/authenticators/*/proof",
                                                "/security/authenticators/*/cancel",
                                                "/security/phones",
                                                "/security/phones/*/proof/send",
                                                "/security/phones/*/proof/answer",
                                                "/security/phones/*/cancel",
                                                "/security/telegram/links",
                                                "/security/telegram/links/*/confirm",
                                                "/security/telegram/links/*/cancel",
                                                "/api/v1/authenticators",
                                                "/api/v1/authenticators/*/confirm",
                                                "/api/v1/authenticators/*/cancel",
                                                "/api/v1/phones",
                                                "/api/v1/phones/*/send",
                                                "/api/v1/phones/*/confirm",
                                                "/api/v1/phones/*/cancel",
                                                "/api/v1/telegram/links",
                                                "/api/v1/telegram/links/*/confirm",
                                                "/api/v1/telegram/links/*/cancel")
                                        .access(Factors.whenSettingSecondUpOrSignedIn())
                                        .anyRequest()
                                        .access(Factors.whenSignedIn()))
                .securityContext(context -> context.securityContextRepository(contexts))
                .addFilterBefore(
                        new AbsoluteLifetime(settings.absolute(), clock),
                        SecurityContextHolderFilter.class)
                .addFilterBefore(new BarredAccounts(accounts), AnonymousAuthenticationFilter.class)
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
                                        .logoutSuccessUrl("/sign-in?signed-out"))
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

    /** In a cookie, so that looking at the sign-in page leaves nothing in the database. */
    private static CookieCsrfTokenRepository csrfTokens() {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("__Host-countersign-csrf");
        tokens.setHeaderName("X-CSRF-TOKEN");
        tokens.setCookieCustomizer(
                cookie -> cookie.path("/").secure(true).httpOnly(true).sameSite("Strict"));
        return tokens;
    }
}
