package io.countersign.gateway.api.sessions;

import io.countersign.gateway.access.Access;
import io.countersign.gateway.access.OpenTo;
import io.countersign.gateway.api.Problem;
import io.countersign.gateway.api.ProblemType;
import io.countersign.identity.attempt.AttemptId;
import io.countersign.identity.caller.Caller;
import io.countersign.identity.caller.SignedIn;
import io.countersign.identity.sessions.ActiveSession;
import io.countersign.identity.sessions.ActiveSessions;
import java.util.List;
import java.util.Locale;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The sessions of the signed-in person. */
@RestController
@RequestMapping("/api/v1/sessions")
class SessionsResource {

    private final ActiveSessions sessions;

    SessionsResource(ActiveSessions sessions) {
        this.sessions = sessions;
    }

    /** The one that asks first, then the one that was seen last. */
    @OpenTo(Access.SIGNED_IN)
    @GetMapping
    List<ActiveSession> sessions(SignedIn who, Locale locale) {
        return sessions.of(who, locale);
    }

    /** Ends one: its next request is refused. */
    @OpenTo(Access.SIGNED_IN)
    @PostMapping("/{id}/end")
    ResponseEntity<Object> end(Caller caller, @PathVariable AttemptId id) {
        return sessions.end(caller, id)
                ? ResponseEntity.noContent().build()
                : Problem.of(ProblemType.SESSION_NOT_FOUND).answer();
    }

    /** Ends all but the one that asks. */
    @OpenTo(Access.SIGNED_IN)
    @PostMapping("/end-others")
    ResponseEntity<Object> endOthers(Caller caller) {
        sessions.endOthers(caller);
        return ResponseEntity.noContent().build();
    }
}
