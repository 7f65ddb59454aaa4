package io.countersign.engine.limit;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How many wrong codes an account takes before the budget of the year counts; a known device has
 * its own limits.
 *
 * @param perQuarterHour wrong codes within 15 minutes
 * @param perDay wrong codes within 24 hours
 */
@Validated
@ConfigurationProperties("countersign.guesses")
public record GuessSettings(
        @DefaultValue("5") @Min(1) @Max(100) int perQuarterHour,
        @DefaultValue("10") @Min(1) @Max(100) int perDay) {}
