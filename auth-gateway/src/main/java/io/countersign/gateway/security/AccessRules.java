package io.countersign.gateway.security;

import io.countersign.gateway.access.Access;
import io.countersign.gateway.access.OpenTo;
import io.countersign.gateway.session.ProvenFactors;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Enforces who may call what, as {@link OpenTo} says beside the handlers. All parts of the Security
 * page and the API that it does not open, such as changes to the factors, need a recent second
 * factor.
 */
@Component
public class AccessRules {

    /** Paths that no handler of ours answers. */
    private static final String[] ASSETS = {"/assets/**", "/favicon.ico", "/actuator/health/**"};

    /** Everything that changes an account is there. */
    private static final String[] ACCOUNT = {"/security/**", "/api/**"};

    private static final PathPatternRequestMatcher.Builder PATHS =
            PathPatternRequestMatcher.withDefaults();

    private final RequestMappingHandlerMapping handlers;
    private final FreshSecondFactor freshSecondFactor;

    AccessRules(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping handlers,
            FreshSecondFactor freshSecondFactor) {
        this.handlers = handlers;
        this.freshSecondFactor = freshSecondFactor;
    }

    void write(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
                    rules) {
        rules.requestMatchers("/error").permitAll();
        rules.requestMatchers(
                        Stream.of(ASSETS)
                                .flatMap(path -> matchers(HttpMethod.GET, path))
                                .toArray(RequestMatcher[]::new))
                .permitAll();
        open().forEach(
                        (access, matchers) ->
                                rules.requestMatchers(new OrRequestMatcher(matchers))
                                        .access(manager(access)));
        rules.requestMatchers(ACCOUNT).access(freshSecondFactor);
        rules.anyRequest().access(ProvenFactors.whenSignedIn());
    }

    private AuthorizationManager<RequestAuthorizationContext> manager(Access access) {
        return switch (access) {
            case EVERYBODY -> (_, _) -> new AuthorizationDecision(true);
            case CHALLENGED -> ProvenFactors.whenAwaitingSecondOrSignedIn();
            case ENROLLING -> ProvenFactors.whenSettingSecondUpOrSignedIn();
            case SIGNED_IN -> ProvenFactors.whenSignedIn();
            case ABOUT_TO_ENROL -> freshSecondFactor.orSettingSecondUp();
        };
    }

    /** In the order of {@link Access}. */
    private Map<Access, List<RequestMatcher>> open() {
        Map<Access, List<RequestMatcher>> open = new EnumMap<>(Access.class);
        handlers.getHandlerMethods()
                .forEach(
                        (mapping, handler) -> {
                            OpenTo openTo = handler.getMethodAnnotation(OpenTo.class);
                            if (openTo != null) {
                                open.computeIfAbsent(openTo.value(), _ -> new ArrayList<>())
                                        .addAll(matchers(mapping));
                            }
                        });
        return open;
    }

    private static List<RequestMatcher> matchers(RequestMappingInfo mapping) {
        return mapping.getMethodsCondition().getMethods().stream()
                .map(RequestMethod::asHttpMethod)
                .flatMap(
                        method ->
                                mapping.getPatternValues().stream()
                                        .flatMap(path -> matchers(method, path)))
                .toList();
    }

    /** A client that may GET something may also ask for its HEAD (RFC 9110, section 9.3.2). */
    private static Stream<RequestMatcher> matchers(HttpMethod method, String path) {
        return method.equals(HttpMethod.GET)
                ? Stream.of(PATHS.matcher(method, path), PATHS.matcher(HttpMethod.HEAD, path))
                : Stream.of(PATHS.matcher(method, path));
    }
}
