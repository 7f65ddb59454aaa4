package io.countersign.identity.factor.totp;

import io.countersign.identity.factor.totp.code.Totp;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * A code, compared with what an authenticator shows about now.
 *
 * @param now the current step
 */
record TotpCheck(Totp totp, String code, long now) {

    /** How many steps of deviation typing and an ordinary clock need. */
    private static final long WINDOW = 1;

    /** A clock may be an hour off because of daylight saving, plus a few minutes. */
    private static final long WIDE = Duration.ofMinutes(65).dividedBy(Totp.STEP);

    static TotpCheck of(Authenticator authenticator, String code, Instant now) {
        return new TotpCheck(authenticator.totp(), code, Totp.step(now));
    }

    /** Steps that it may be accepted for; hardly ever more than one. */
    LongStream acceptable() {
        return totp.fitting(code, LongStream.rangeClosed(now - WINDOW, now + WINDOW));
    }

    /** The nearest step that it belongs to, if the clock is too far off. */
    Optional<Long> elsewhere() {
        return Stream.of(
                        LongStream.rangeClosed(now - WIDE, now - WINDOW - 1),
                        LongStream.rangeClosed(now + WINDOW + 1, now + WIDE))
                .flatMapToLong(steps -> totp.fitting(code, steps))
                .boxed()
                .min(Comparator.comparingLong(step -> Math.abs(step - now)));
    }

    /** By how much a clock that shows this step is ahead. */
    Duration ahead(long step) {
        return Totp.STEP.multipliedBy(step - now);
    }
}
