package io.countersign.gateway;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the auth gateway. */
@SpringBootApplication(
        scanBasePackages = {
            "io.countersign.engine",
            "io.countersign.identity",
            "io.countersign.gateway"
        },
        exclude = UserDetailsServiceAutoConfiguration.class)
@ConfigurationPropertiesScan({
    "io.countersign.engine",
    "io.countersign.identity",
    "io.countersign.gateway"
})
@EnableScheduling
public class GatewayApplication {

    public static void main(String[] args) {
        SpringApplication.run(GatewayApplication.class, args);
    }
}
