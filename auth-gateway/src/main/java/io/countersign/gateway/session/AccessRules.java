package io.countersign.gateway.session;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpMethod.POST;

import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/**
 * Who may call what. Whatever of the Security page and the API is not named here, such as what
 * changes the factors, needs a second factor that was given a short while ago.
 */
@Component
class AccessRules {

    private static final String[] EVERYBODY_GETS = {
        "/",
        "/sign-in",
        "/sign-up",
        "/sign-up/*",
        "/confirm-address",
        "/forgotten",
        "/password-reset",
        "/not-me",
        "/assets/**",
        "/favicon.ico",
        "/api/v1/csrf",
        "/api/v1/session",
        "/api/v1/openapi.json",
        "/actuator/health/**"
    };

    private static final String[] EVERYBODY_POSTS = {
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
        "/api/v1/sign-out"
    };

    private static final String[] CHALLENGED_GETS = {
        "/challenge",
        "/challenge/status",
        "/challenge/events",
        "/api/v1/challenge",
        "/api/v1/challenge/events"
    };

    private static final String[] CHALLENGED_POSTS = {
        "/challenge/send",
        "/challenge/answer",
        "/challenge/finish",
        "/api/v1/challenge/send",
        "/api/v1/challenge/answer",
        "/api/v1/challenge/finish"
    };

    private static final String[] BEGINNING_GETS = {
        "/security/authenticators/new", "/security/phones/new", "/security/telegram/new"
    };

    private static final String[] BEGINNING_POSTS = {
        "/security/authenticators/new",
        "/security/phones/new",
        "/security/telegram/new",
        "/api/v1/authenticators",
        "/api/v1/phones",
        "/api/v1/telegram/links"
    };

    /** Each belongs to the session that began it, which was asked for everything then. */
    private static final String[] ADDING_GETS = {
        "/security/authenticators/*/proof",
        "/security/phones/*/proof",
        "/security/phones/*/proof/status",
        "/security/phones/*/proof/events",
        "/set-up",
        "/security/telegram/links/*",
        "/security/telegram/links/*/status",
        "/api/v1/regions",
        "/api/v1/telegram/links/*"
    };

    private static final String[] ADDING_POSTS = {
        "/security/authenticators/*/proof",
        "/security/authenticators/*/cancel",
        "/security/phones/*/proof/send",
        "/security/phones/*/proof/answer",
        "/security/phones/*/cancel",
        "/security/telegram/links/*/confirm",
        "/security/telegram/links/*/cancel",
        "/api/v1/authenticators/*/confirm",
        "/api/v1/authenticators/*/cancel",
        "/api/v1/phones/*/send",
        "/api/v1/phones/*/confirm",
        "/api/v1/phones/*/cancel",
        "/api/v1/telegram/links/*/confirm",
        "/api/v1/telegram/links/*/cancel"
    };

    private static final String[] SIGNED_IN_GETS = {
        "/step-up",
        "/security",
        "/security/history",
        "/security/recovery-codes/new",
        "/security/sessions",
        "/api/v1/authenticators",
        "/api/v1/factors",
        "/api/v1/history",
        "/api/v1/methods",
        "/api/v1/phones",
        "/api/v1/recovery-codes",
        "/api/v1/remembered-devices",
        "/api/v1/sessions",
        "/api/v1/telegram"
    };

    private static final String[] SIGNED_IN_POSTS = {
        "/sign-out",
        "/step-up",
        "/security/factors/*/name",
        "/security/preferred-method",
        "/security/recovery-codes/kept",
        "/security/remembered-devices/*/forget",
        "/security/remembered-devices/forget-all",
        "/security/sessions/*/end",
        "/security/sessions/end-others",
        "/api/v1/step-up",
        "/api/v1/remembered-devices/*/forget",
        "/api/v1/remembered-devices/forget-all",
        "/api/v1/sessions/*/end",
        "/api/v1/sessions/end-others"
    };

    private static final String[] SIGNED_IN_PATCHES = {"/api/v1/factors/*", "/api/v1/methods"};

    /** Whatever changes an account is there. */
    private static final String[] ACCOUNT = {"/security/**", "/api/**"};

    private final FreshSecondFactor freshSecondFactor;

    AccessRules(FreshSecondFactor freshSecondFactor) {
        this.freshSecondFactor = freshSecondFactor;
    }

    void write(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
                    rules) {
        rules.requestMatchers("/error").permitAll();
        rules.requestMatchers(read(EVERYBODY_GETS)).permitAll();
        rules.requestMatchers(POST, EVERYBODY_POSTS).permitAll();
        rules.requestMatchers(read(CHALLENGED_GETS)).access(Factors.whenAwaitingSecondOrSignedIn());
        rules.requestMatchers(POST, CHALLENGED_POSTS)
                .access(Factors.whenAwaitingSecondOrSignedIn());
        rules.requestMatchers(read(ADDING_GETS)).access(Factors.whenSettingSecondUpOrSignedIn());
        rules.requestMatchers(POST, ADDING_POSTS).access(Factors.whenSettingSecondUpOrSignedIn());
        rules.requestMatchers(read(SIGNED_IN_GETS)).access(Factors.whenSignedIn());
        rules.requestMatchers(POST, SIGNED_IN_POSTS).access(Factors.whenSignedIn());
        rules.requestMatchers(PATCH, SIGNED_IN_PATCHES).access(Factors.whenSignedIn());
        rules.requestMatchers(read(BEGINNING_GETS)).access(freshSecondFactor.orSettingSecondUp());
        rules.requestMatchers(POST, BEGINNING_POSTS).access(freshSecondFactor.orSettingSecondUp());
        rules.requestMatchers(ACCOUNT).access(freshSecondFactor);
        rules.anyRequest().access(Factors.whenSignedIn());
    }

    /** Who may get something may ask for its head (RFC 9110, section 9.3.2). */
    private static RequestMatcher read(String... paths) {
        PathPatternRequestMatcher.Builder matcher = PathPatternRequestMatcher.withDefaults();
        return new OrRequestMatcher(
                Stream.of(GET, HEAD)
                        .flatMap(
                                (HttpMethod method) ->
                                        Stream.of(paths).map(path -> matcher.matcher(method, path)))
                        .toArray(RequestMatcher[]::new));
    }
}
