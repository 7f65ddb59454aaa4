package io.countersign.identity.link;

import java.time.Duration;

/** What a link is good for. None signs anyone in. */
public enum LinkPurpose {
    /** Confirms the address of a sign-up. */
    CONFIRM_ADDRESS("/confirm-address", Duration.ofHours(24)),
    /** Chooses a new password for an account. */
    RESET_PASSWORD("/password-reset", Duration.ofMinutes(30)),
    /** Ends everything that is signed in to an account. */
    NOT_ME("/not-me", Duration.ofDays(7));

    private final String path;
    private final Duration lifetime;

    LinkPurpose(String path, Duration lifetime) {
        this.path = path;
        this.lifetime = lifetime;
    }

    /** The page that it opens, which asks before it does anything: mail scanners open links. */
    String path() {
        return path;
    }

    public Duration lifetime() {
        return lifetime;
    }
}
