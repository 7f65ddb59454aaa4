package io.countersign.identity.signup;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who may make an account.
 *
 * @param open whether anyone may
 * @param perAddressHour mails asked for from one IP address within an hour
 * @param perEmailHour mails asked for to one e-mail address within an hour
 */
@Validated
@ConfigurationProperties("countersign.sign-up")
public record SignUpSettings(
        @DefaultValue("true") boolean open,
        @DefaultValue("10") @Min(1) int perAddressHour,
        @DefaultValue("5") @Min(1) int perEmailHour) {}
