package io.countersign.engine.send;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The rules of calls.
 *
 * @param code what tells the code: the {@code CALLING_NUMBER}'s last four digits, or six digits
 *     {@code SPOKEN} to the person who picks up, for small pools of numbers
 * @param most how many calls a challenge makes before a request for another one sends an SMS
 * @param patience how long a call may stay without an outcome before it counts as not arrived;
 *     longer than the voice workers' ring window
 * @param wrongCodes how many wrong codes of calls, however far apart, switch calls off for an
 *     account
 */
@Validated
@ConfigurationProperties("countersign.calls")
public record CallSettings(
        @DefaultValue("CALLING_NUMBER") Code code,
        @DefaultValue("2") @Min(1) @Max(5) int most,
        @DefaultValue("45s") @DurationMin(seconds = 5) @DurationMax(minutes = 2) Duration patience,
        @DefaultValue("3") @Min(1) @Max(10) int wrongCodes) {

    /** Which part of a call tells the code. */
    public enum Code {
        CALLING_NUMBER,
        SPOKEN
    }
}
