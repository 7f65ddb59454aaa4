package io.countersign.identity.attempt;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How often and how long a person may try to sign in.
 *
 * @param patience how long after the right password the second factor may come
 * @param triesPerAccount wrong passwords an hour for one account
 * @param triesPerAddress wrong passwords an hour from one IP address
 */
@Validated
@ConfigurationProperties("countersign.sign-in")
public record SignInSettings(
        @DefaultValue("15m") @DurationMin(minutes = 1) Duration patience,
        @DefaultValue("10") @Min(1) int triesPerAccount,
        @DefaultValue("30") @Min(1) int triesPerAddress) {}
