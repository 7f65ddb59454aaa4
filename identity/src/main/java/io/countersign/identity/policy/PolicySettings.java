package io.countersign.identity.policy;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What every account must have.
 *
 * @param secondFactor {@code REQUIRED}: an account without one reaches only the page that sets one
 *     up, from the next sign-in on; {@code OPTIONAL} leaves it to the rows of {@code
 *     second_factor_policy}
 */
@ConfigurationProperties("countersign.policy")
public record PolicySettings(@DefaultValue("OPTIONAL") Demand secondFactor) {

    /** Whether something is required. */
    public enum Demand {
        OPTIONAL,
        REQUIRED
    }
}
