package io.countersign.gateway.web.signin;

import io.countersign.gateway.web.banner.Banner;
import io.countersign.gateway.web.banner.Tone;
import io.countersign.gateway.web.banner.Words;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** Why a person was sent to the sign-in page; the query parameter of the same name says so. */
enum ArrivalBanner {
    /** The address of a new account was confirmed. */
    CONFIRMED(Tone.GOOD),
    PASSWORD_CHANGED(Tone.GOOD),
    /** The last factor was removed where one is required. */
    SET_UP_AGAIN(Tone.INFO),
    SIGNED_OUT(Tone.GOOD),
    /** The second factor was not given in time, or another attempt took this one's place. */
    ENDED(Tone.INFO),
    LOCKED(Tone.BAD),
    DENIED(Tone.BAD),
    EXPIRED(Tone.INFO);

    private final Tone tone;

    ArrivalBanner(Tone tone) {
        this.tone = tone;
    }

    /**
     * What the page says.
     *
     * @param rest for how many minutes no questions are sent in Telegram after a refusal
     */
    static Optional<Banner> notice(Set<String> parameters, long rest) {
        return Arrays.stream(values())
                .filter(arrival -> parameters.contains(arrival.parameter()))
                .findFirst()
                .map(arrival -> new Banner("sign-in." + arrival.parameter(), arrival.tone, rest));
    }

    /** Whether another person seems to know the password. */
    static boolean takenOver(Set<String> parameters) {
        return parameters.contains(LOCKED.parameter()) || parameters.contains(DENIED.parameter());
    }

    private String parameter() {
        return Words.of(this);
    }
}
