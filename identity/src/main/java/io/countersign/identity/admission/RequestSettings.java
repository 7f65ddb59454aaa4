package io.countersign.identity.admission;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How many requests are worked on at a time, and how long one may take. All further ones are
 * answered with 503 at once. A client is an IPv4 address, or the first 64 bits of an IPv6 address.
 *
 * @param within longest time for everything that a request waits for, except in event streams
 * @param inWork of all clients together, except event streams
 * @param inWorkPerClient of one client; fewer than the database has connections
 * @param streams open event streams of all clients together
 * @param streamsPerClient open event streams of one client
 * @param streamsPerSession open event streams of one session
 * @param bodyWithin longest time in which a request's body has to arrive
 * @param passwordsPerCore passwords being checked or waiting for it, for each core of the machine
 * @param passwordsPerClient passwords being checked or waiting for it on behalf of one client
 * @param passwordsPerAccount passwords being checked or waiting for it for one account
 */
@Validated
@ConfigurationProperties("countersign.requests")
public record RequestSettings(
        @DefaultValue("2s") @DurationMin(millis = 500) @DurationMax(minutes = 5) Duration within,
        @DefaultValue("64") @Min(1) int inWork,
        @DefaultValue("8") @Min(1) int inWorkPerClient,
        @DefaultValue("2000") @Min(1) int streams,
        @DefaultValue("16") @Min(1) int streamsPerClient,
        @DefaultValue("4") @Min(1) int streamsPerSession,
        @DefaultValue("10s") @DurationMin(seconds = 1) @DurationMax(minutes = 5)
                Duration bodyWithin,
        @DefaultValue("8") @Min(1) int passwordsPerCore,
        @DefaultValue("4") @Min(1) int passwordsPerClient,
        @DefaultValue("4") @Min(1) int passwordsPerAccount) {}
