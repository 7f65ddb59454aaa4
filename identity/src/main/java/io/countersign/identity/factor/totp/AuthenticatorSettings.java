package io.countersign.identity.factor.totp;

import io.countersign.identity.factor.totp.code.TotpAlgorithm;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Which authenticator apps people can connect.
 *
 * @param issuer the name under which apps show the account; without a colon
 * @param algorithm of apps that are connected from now on; some apps know {@code SHA1} only
 * @param most apps of one account
 * @param patience how long a person may take to enter the first code
 */
@Validated
@ConfigurationProperties("countersign.authenticators")
public record AuthenticatorSettings(
        @DefaultValue("Countersign") @Pattern(regexp = "[^:\\p{C}]{1,40}") String issuer,
        @DefaultValue("SHA1") TotpAlgorithm algorithm,
        @DefaultValue("10") @Min(1) @Max(50) int most,
        @DefaultValue("15m") @DurationMin(minutes = 1) @DurationMax(hours = 1) Duration patience) {}
