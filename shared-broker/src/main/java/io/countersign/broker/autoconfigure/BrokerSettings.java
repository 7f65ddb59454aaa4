package io.countersign.broker.autoconfigure;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How a program uses the message broker.
 *
 * @param publishWithin longest time that handing over an event takes, success or not; the gateway
 *     sets 1200ms, because a person waits
 */
@Validated
@ConfigurationProperties("countersign.broker")
public record BrokerSettings(
        @DefaultValue("2s") @DurationMin(millis = 100) @DurationMax(minutes = 1)
                Duration publishWithin) {}
