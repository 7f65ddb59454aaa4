package io.countersign.engine.open;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The rules of a challenge.
 *
 * @param lifetime how long it can be answered
 * @param guesses how many answers are judged
 * @param resendAfter how long after one delivery that may still arrive the next can be asked for
 * @param patience how long a worker's try may stay without an outcome
 */
@Validated
@ConfigurationProperties("countersign.challenge")
public record ChallengeSettings(
        @DefaultValue("5m") @DurationMin(seconds = 30) @DurationMax(minutes = 10) Duration lifetime,
        @DefaultValue("5") @Min(1) @Max(10) int guesses,
        @DefaultValue("30s") @DurationMin(seconds = 1) Duration resendAfter,
        @DefaultValue("30s") @DurationMin(seconds = 1) Duration patience) {}
