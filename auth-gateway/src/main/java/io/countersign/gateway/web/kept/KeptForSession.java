package io.countersign.gateway.web.kept;

import io.countersign.engine.keys.GatewayKeys;
import io.countersign.identity.caller.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Keeps what a page shows once for as long as the person needs to write it down: reloading the
 * page, another language and a stray click lose nothing. Sealed for one session, and gone with it.
 */
@Component
public class KeptForSession {

    private final GatewayKeys keys;
    private final Clock clock;

    KeptForSession(GatewayKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Keeps a text and replaces what was kept under the same name.
     *
     * @param until it is not shown at or after this time
     */
    public void keep(
            HttpServletRequest request, SignedIn who, String name, String text, Instant until) {
        byte[] sealed = keys.seal(until.toEpochMilli() + "\n" + text, place(who, name));
        request.getSession()
                .setAttribute(attribute(name), Base64.getEncoder().encodeToString(sealed));
    }

    /** What is kept; empty once it was forgotten or has expired. */
    public Optional<String> find(HttpServletRequest request, SignedIn who, String name) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(attribute(name)) instanceof String kept
                ? keys.open(Base64.getDecoder().decode(kept), place(who, name))
                        .flatMap(this::inTime)
                : Optional.empty();
    }

    /** Forgets it: the person has it. */
    public void forget(HttpServletRequest request, String name) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(attribute(name));
        }
    }

    private Optional<String> inTime(String kept) {
        String[] parts = kept.split("\n", 2);
        Instant until = Instant.ofEpochMilli(Long.parseLong(parts[0]));
        return clock.instant().isBefore(until) ? Optional.of(parts[1]) : Optional.empty();
    }

    private static String attribute(String name) {
        return KeptForSession.class.getName() + "." + name;
    }

    private static String place(SignedIn who, String name) {
        return "kept for the session " + who.attempt() + " of " + who.account() + ": " + name;
    }
}
