package io.countersign.gateway.api;

import io.countersign.gateway.session.Sessions;
import io.countersign.gateway.session.SignedIn;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Hands a method of the API who is signed in; without anybody it is not called. */
@Component
class SignedInArgument implements HandlerMethodArgumentResolver {

    private final Sessions sessions;

    SignedInArgument(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType().equals(SignedIn.class);
    }

    @Override
    public SignedIn resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return sessions.signedIn(
                        Objects.requireNonNull(
                                SecurityContextHolder.getContext().getAuthentication()))
                .orElseThrow(() -> new AccessDeniedException("nobody is signed in"));
    }
}
