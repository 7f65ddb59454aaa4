package io.countersign.gateway.api.signin;

import io.countersign.gateway.access.Access;
import io.countersign.gateway.access.OpenTo;
import io.countersign.gateway.session.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.CurrentSecurityContext;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells whose session it is, and ends it. */
@RestController
class SessionResource {

    private final Sessions sessions;
    private final SessionViews views;

    SessionResource(Sessions sessions, SessionViews views) {
        this.sessions = sessions;
        this.views = views;
    }

    @OpenTo(Access.EVERYBODY)
    @GetMapping("/api/v1/session")
    SessionView session(
            @CurrentSecurityContext(expression = "authentication") Authentication visitor) {
        return views.of(visitor);
    }

    /** Answers 204 even if no one was signed in. */
    @OpenTo(Access.EVERYBODY)
    @PostMapping("/api/v1/sign-out")
    ResponseEntity<Void> signOut(
            @CurrentSecurityContext(expression = "authentication") Authentication visitor,
            HttpServletRequest request,
            HttpServletResponse response) {
        sessions.end(visitor, request, response);
        return ResponseEntity.noContent().build();
    }
}
