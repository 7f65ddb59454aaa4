package io.countersign.identity.password;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How often a forgotten password may be asked for.
 *
 * @param perAddressHour mails asked for from one IP address within an hour
 * @param perEmailHour mails asked for to one e-mail address within an hour
 */
@Validated
@ConfigurationProperties("countersign.password-reset")
public record PasswordResetSettings(
        @DefaultValue("10") @Min(1) int perAddressHour,
        @DefaultValue("3") @Min(1) int perEmailHour) {}
