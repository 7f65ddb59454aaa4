package io.countersign.simulator.twilio.voice;

import io.countersign.simulator.twilio.TwilioError;
import io.countersign.simulator.twilio.TwilioRefusal;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The numbers with which Twilio's own test credentials provoke errors.
 *
 * @see <a href="https://www.twilio.com/docs/iam/test-credentials#test-calls">Test calls</a>
 */
final class MagicCallNumbers {

    private static final String NOT_A_CALLER = "+15005550001";

    private static final Map<String, TwilioError> TO =
            Map.of(
                    "+15005550001", TwilioError.CALLEE_NOT_A_NUMBER,
                    "+15005550002", TwilioError.UNREACHABLE_CALLEE,
                    "+15005550003", TwilioError.COUNTRY_NOT_PERMITTED,
                    "+15005550004", TwilioError.CALLEE_NOT_PERMITTED);

    private MagicCallNumbers() {}

    static Optional<TwilioRefusal> fault(@Nullable String to, @Nullable String from) {
        if (NOT_A_CALLER.equals(from)) {
            return Optional.of(TwilioError.INVALID_FROM.about(from));
        }
        return Optional.ofNullable(to)
                .flatMap(
                        callee ->
                                Optional.ofNullable(TO.get(callee))
                                        .map(error -> error.about(callee)));
    }
}
