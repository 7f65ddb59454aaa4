package io.countersign.identity.link;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where the gateway is.
 *
 * @param publicUrl how browsers reach the gateway, such as {@code https://login.example.org}; links
 *     in mails begin with it
 */
@Validated
@ConfigurationProperties("countersign.gateway")
public record GatewaySettings(@NotNull URI publicUrl) {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    /**
     * @throws IllegalArgumentException when it is no scheme and host
     */
    public GatewaySettings {
        if (publicUrl != null && !isOrigin(publicUrl)) {
            throw new IllegalArgumentException(
                    "countersign.gateway.public-url: '"
                            + publicUrl
                            + "' is not like https://login.example.org");
        }
    }

    private static boolean isOrigin(URI url) {
        return url.getScheme() != null
                && SCHEMES.contains(url.getScheme())
                && url.getHost() != null
                && url.getUserInfo() == null
                && Set.of("", "/").contains(url.getRawPath())
                && url.getQuery() == null
                && url.getFragment() == null;
    }
}
