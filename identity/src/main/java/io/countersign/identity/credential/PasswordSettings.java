package io.countersign.identity.credential;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Argon2id's parameters for new hashes; the defaults are OWASP's first choice.
 *
 * @param memoryKib memory of one hash, in KiB
 * @param iterations passes over the memory
 * @param parallelism lanes
 * @see <a href="https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html">
 *     OWASP Password Storage Cheat Sheet</a>
 */
@Validated
@ConfigurationProperties("countersign.password")
public record PasswordSettings(
        @DefaultValue("19456") @Min(7168) @Max(1048576) int memoryKib,
        @DefaultValue("2") @Min(1) @Max(20) int iterations,
        @DefaultValue("1") @Min(1) @Max(16) int parallelism) {}
