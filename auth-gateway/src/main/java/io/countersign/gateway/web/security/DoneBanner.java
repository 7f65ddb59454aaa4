package io.countersign.gateway.web.security;

import io.countersign.gateway.web.banner.Banner;
import io.countersign.gateway.web.banner.Tone;
import io.countersign.gateway.web.banner.Words;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** What has just happened to the account; a query parameter of its name says so. */
enum DoneBanner {
    /** Too many wrong codes. */
    STEP_UP_LOCKED(Tone.BAD),
    STEP_UP_DENIED(Tone.BAD),
    NAMED(Tone.GOOD),
    NAME_REFUSED(Tone.WARN),
    REMOVED(Tone.GOOD),
    /** All factors at once. */
    DISCONNECTED(Tone.WARN),
    PREFERRED(Tone.GOOD),
    PASSWORD_CHANGED(Tone.GOOD),
    /** What was asked for does not exist, or no longer. */
    GONE(Tone.INFO);

    private final Tone tone;

    DoneBanner(Tone tone) {
        this.tone = tone;
    }

    static Optional<Banner> notice(Set<String> parameters) {
        return Arrays.stream(values())
                .filter(done -> parameters.contains(Words.of(done)))
                .findFirst()
                .map(done -> new Banner("security." + Words.of(done), done.tone));
    }
}
