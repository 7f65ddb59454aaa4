package io.countersign.gateway.demo;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The account to create at start, for trying things out; none if nothing is set.
 *
 * @param email its address
 * @param password its password
 * @param phone its phone, E.164, taken as proven
 */
@ConfigurationProperties("countersign.demo")
public record DemoSettings(
        @Nullable String email, @Nullable String password, @Nullable String phone) {

    @Override
    public String toString() {
        return "DemoSettings[" + (email == null ? "none" : "set") + "]";
    }
}
