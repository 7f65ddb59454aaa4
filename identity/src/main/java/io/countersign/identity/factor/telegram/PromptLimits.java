package io.countersign.identity.factor.telegram;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How often people are asked in Telegram, so that no one is worn down until they say yes.
 *
 * @param perHour an account's questions within an hour without a success
 * @param perDay the same within a day
 * @param frozen how long no questions are sent after "It's not me"
 */
@Validated
@ConfigurationProperties("countersign.prompts")
public record PromptLimits(
        @DefaultValue("3") @Min(1) @Max(20) int perHour,
        @DefaultValue("10") @Min(1) @Max(100) int perDay,
        @DefaultValue("15m") @DurationMin(minutes = 1) @DurationMax(days = 1) Duration frozen) {}
