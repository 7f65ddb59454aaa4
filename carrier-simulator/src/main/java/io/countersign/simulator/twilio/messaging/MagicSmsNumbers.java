package io.countersign.simulator.twilio.messaging;

import io.countersign.simulator.twilio.TwilioError;
import io.countersign.simulator.twilio.TwilioRefusal;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The numbers with which Twilio's own test credentials provoke errors.
 *
 * @see <a href="https://www.twilio.com/docs/iam/test-credentials#test-sms-messages">Test SMS
 *     messages</a>
 */
final class MagicSmsNumbers {

    private static final Map<String, TwilioError> TO =
            Map.of(
                    "+15005550001", TwilioError.INVALID_TO,
                    "+15005550002", TwilioError.UNREACHABLE,
                    "+15005550003", TwilioError.REGION_NOT_PERMITTED,
                    "+15005550004", TwilioError.UNSUBSCRIBED,
                    "+15005550009", TwilioError.NOT_A_MOBILE);

    private static final Map<String, TwilioError> FROM =
            Map.of(
                    "+15005550001", TwilioError.INVALID_FROM,
                    "+15005550007", TwilioError.FROM_NOT_CAPABLE,
                    "+15005550008", TwilioError.QUEUE_FULL);

    private MagicSmsNumbers() {}

    static Optional<TwilioRefusal> fault(@Nullable String to, @Nullable String from) {
        return fault(FROM, from).or(() -> fault(TO, to));
    }

    private static Optional<TwilioRefusal> fault(
            Map<String, TwilioError> magic, @Nullable String number) {
        return Optional.ofNullable(number)
                .flatMap(
                        present ->
                                Optional.ofNullable(magic.get(present))
                                        .map(error -> error.about(present)));
    }
}
