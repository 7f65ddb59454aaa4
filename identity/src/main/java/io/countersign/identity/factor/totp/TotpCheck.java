package io.countersign.identity.factor.totp;

import io.countersign.identity.factor.totp.code.Totp;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * A code, held against what an authenticator shows about now.
 *
 * @param now the step that it is
 */
record TotpCheck(Totp totp, String code, long now) {

    /** As many steps off is what typing and an ordinary clock take. */
    private static final long WINDOW = 1;

    /** A clock may be an hour off because of daylight saving, and a few minutes besides. */
    private static final long WIDE = Duration.ofMinutes(65).dividedBy(Totp.STEP);

    static TotpCheck of(Authenticator authenticator, String code, Instant now) {
        return new TotpCheck(authenticator.totp(), code, Totp.step(now));
    }

    /** Steps that it may be accepted for; hardly ever more than one. */
    LongStream acceptable() {
        return totp.fitting(code, LongStream.rangeClosed(now - WINDOW, now + WINDOW));
    }

    /** The step that it belongs to on a clock that is too far off, the nearest one. */
    Optional<Long> elsewhere() {
        return Stream.of(
                        LongStream.rangeClosed(now - WIDE, now - WINDOW - 1),
                        LongStream.rangeClosed(now + WINDOW + 1, now + WIDE))
                .flatMapToLong(steps -> totp.fitting(code, steps))
                .boxed()
                .min(Comparator.comparingLong(step -> Math.abs(step - now)));
    }

    /** By how much a clock is ahead that shows this step. */
    Duration ahead(long step) {
        return Totp.STEP.multipliedBy(step - now);
    }
}
