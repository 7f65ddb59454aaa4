package io.countersign.gateway.session;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long a session lasts.
 *
 * @param idle without a request
 * @param absolute in total
 */
@Validated
@ConfigurationProperties("countersign.session")
public record SessionSettings(
        @DefaultValue("30m") @DurationMin(minutes = 1) @DurationMax(hours = 1) Duration idle,
        @DefaultValue("12h") @DurationMin(minutes = 5) @DurationMax(hours = 24)
                Duration absolute) {}
