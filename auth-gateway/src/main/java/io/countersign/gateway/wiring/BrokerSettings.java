package io.countersign.gateway.wiring;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the gateway uses the message broker.
 *
 * @param publishWithin most time that handing over a delivery takes before the person is told that
 *     nothing comes
 */
@Validated
@ConfigurationProperties("countersign.broker")
public record BrokerSettings(
        @DefaultValue("1200ms") @DurationMin(millis = 100) @DurationMax(minutes = 1)
                Duration publishWithin) {}
