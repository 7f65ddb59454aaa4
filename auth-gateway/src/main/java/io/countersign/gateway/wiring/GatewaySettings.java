package io.countersign.gateway.wiring;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * What the gateway cannot do without.
 *
 * @param publicUrl how browsers reach the gateway
 */
@Validated
@ConfigurationProperties("countersign.gateway")
public record GatewaySettings(@NotNull URI publicUrl) {}
