package io.countersign.engine.limit;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much may be sent.
 *
 * @param perNumberTenMinutes to one number within ten minutes
 * @param perNumberHour to one number within an hour
 * @param perAccountDay for one account within a day
 * @param perAddressHour asked for by one IP address within an hour
 * @param perRegionDay to all numbers of one country within a day: a bound for SMS pumping
 * @param perDay for all accounts together within a day: the cap on what sending can cost
 */
@Validated
@ConfigurationProperties("countersign.limits")
public record SendLimits(
        @DefaultValue("3") @Min(1) int perNumberTenMinutes,
        @DefaultValue("5") @Min(1) int perNumberHour,
        @DefaultValue("10") @Min(1) int perAccountDay,
        @DefaultValue("10") @Min(1) int perAddressHour,
        @DefaultValue("3000") @Min(1) int perRegionDay,
        @DefaultValue("10000") @Min(1) int perDay) {}
