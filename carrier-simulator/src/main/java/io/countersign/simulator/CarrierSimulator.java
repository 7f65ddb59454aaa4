package io.countersign.simulator;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.random.RandomGenerator;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** The application: providers' APIs on one side, handset pages and a test API on the other. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class CarrierSimulator {

    public static void main(String[] arguments) {
        SpringApplication.run(CarrierSimulator.class, arguments);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    RandomGenerator randomness() {
        return new SecureRandom();
    }
}
