package io.countersign.gateway.api.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.countersign.engine.status.ChallengeStatus;
import io.countersign.engine.status.LiveStatus;
import io.countersign.events.id.ChallengeId;
import io.countersign.gateway.access.Access;
import io.countersign.gateway.access.OpenTo;
import io.countersign.gateway.session.Sessions;
import io.countersign.identity.attempt.Attempt;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.CurrentSecurityContext;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Tells changes of the challenge as they happen, as server-sent events. */
@RestController
class ChallengeEvents {

    /** Then the client asks again, and learns if its session has ended meanwhile. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Sessions sessions;
    private final LiveStatus liveStatus;
    private final JsonMapper json;
    private final Clock clock;
    private final AtomicBoolean closing = new AtomicBoolean();

    ChallengeEvents(Sessions sessions, LiveStatus liveStatus, JsonMapper json, Clock clock) {
        this.sessions = sessions;
        this.liveStatus = liveStatus;
        this.json = json;
        this.clock = clock;
    }

    /**
     * An event with a {@link ChallengeStatus} now and at each change; ends with the challenge, and
     * at once if there is none or only the head is asked for.
     */
    @OpenTo(Access.CHALLENGED)
    @GetMapping(path = "/api/v1/challenge/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void events(
            @CurrentSecurityContext(expression = "authentication") Authentication visitor,
            HttpMethod method,
            HttpServletResponse response)
            throws IOException, InterruptedException {
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        // Asks reverse proxies such as nginx to pass on each event at once.
        response.setHeader("X-Accel-Buffering", "no");
        Optional<ChallengeId> challenge =
                sessions.awaiting(visitor).filter(Attempt::pending).flatMap(Attempt::challenge);
        if (challenge.isPresent() && !method.equals(HttpMethod.HEAD)) {
            OutputStream out = response.getOutputStream();
            Instant until = clock.instant().plus(LONGEST);
            liveStatus.follow(challenge.get(), status -> open(until) && tell(out, status));
        }
    }

    /** Lets open streams end, so that the program can. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        closing.set(true);
    }

    private boolean open(Instant until) {
        return !closing.get() && clock.instant().isBefore(until);
    }

    private boolean tell(OutputStream out, @Nullable ChallengeStatus status) {
        String line = status == null ? ":" : "data: " + json.writeValueAsString(status);
        try {
            out.write((line + "\n\n").getBytes(UTF_8));
            out.flush();
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
