package io.countersign.gateway.security;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What it takes to change how an account is protected.
 *
 * @param fresh how long ago the second factor may have been given
 */
@Validated
@ConfigurationProperties("countersign.step-up")
public record StepUpSettings(
        @DefaultValue("5m") @DurationMin(seconds = 1) @DurationMax(hours = 1) Duration fresh) {}
