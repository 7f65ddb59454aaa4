package io.countersign.gateway.configuration;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where the keys are.
 *
 * @param directory holds {@code seal-gateway.json}, {@code mac-gateway.json} and {@code
 *     seal-<channel>.json} for each channel in use
 */
@Validated
@ConfigurationProperties("countersign.keys")
public record KeySettings(@NotNull Path directory) {}
