package io.countersign.identity.geolocation;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How places are found.
 *
 * @param file a file of cities or countries in MaxMind's format ({@code .mmdb}); without it no
 *     place is shown
 */
@ConfigurationProperties("countersign.geoip")
public record GeolocationSettings(@Nullable Path file) {}
