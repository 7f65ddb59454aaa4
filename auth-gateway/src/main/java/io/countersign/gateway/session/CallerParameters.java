package io.countersign.gateway.session;

import io.countersign.gateway.session.cookie.DeviceCookie;
import io.countersign.gateway.session.cookie.RememberedCookie;
import io.countersign.identity.attempt.Origin;
import io.countersign.identity.caller.Caller;
import io.countersign.identity.caller.Client;
import io.countersign.identity.caller.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Gives the methods of pages and API their caller, and where the call comes from. Methods that ask
 * for a signed-in person are not called without one.
 */
@Component
class CallerParameters implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private final Sessions sessions;
    private final SessionChanges changes;
    private final Map<Class<?>, BiFunction<HttpServletRequest, HttpServletResponse, Object>>
            parameters =
                    Map.of(
                            SignedIn.class,
                            (_, _) -> who(),
                            Caller.class,
                            this::caller,
                            Client.class,
                            this::client,
                            Origin.class,
                            (request, _) -> origin(request));

    CallerParameters(Sessions sessions, SessionChanges changes) {
        this.sessions = sessions;
        this.changes = changes;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameters.containsKey(parameter.getParameterType());
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return Objects.requireNonNull(parameters.get(parameter.getParameterType()))
                .apply(
                        Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)),
                        Objects.requireNonNull(
                                request.getNativeResponse(HttpServletResponse.class)));
    }

    private Caller caller(HttpServletRequest request, HttpServletResponse response) {
        return new Caller(who(), origin(request), new RequestSession(changes, request, response));
    }

    private Client client(HttpServletRequest request, HttpServletResponse response) {
        return new Client(
                origin(request),
                RememberedCookie.of(request),
                new RequestSession(changes, request, response));
    }

    private static Origin origin(HttpServletRequest request) {
        String agent = Objects.requireNonNullElse(request.getHeader("User-Agent"), "");
        return new Origin(request.getRemoteAddr(), agent, DeviceCookie.of(request));
    }

    private SignedIn who() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .flatMap(sessions::who)
                .orElseThrow(() -> new AccessDeniedException("nobody is signed in"));
    }
}
