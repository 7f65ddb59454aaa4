package io.countersign.simulator.twilio.voice;

import io.countersign.simulator.sms.PhoneNumber;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the simulated account may do with calls.
 *
 * @param callers the numbers that the account has bought or verified, in E.164 form; calls from any
 *     other are refused with 21210. Empty for all numbers
 */
@ConfigurationProperties("simulator.twilio.voice")
public record SimulatedVoiceSettings(@DefaultValue Set<String> callers) {

    public SimulatedVoiceSettings {
        callers =
                callers.stream()
                        .map(caller -> new PhoneNumber(caller).e164())
                        .collect(Collectors.toUnmodifiableSet());
    }

    boolean mayShow(PhoneNumber caller) {
        return callers.isEmpty() || callers.contains(caller.e164());
    }
}
