package io.countersign.gateway.web.security;

import io.countersign.gateway.web.banner.Tone;
import io.countersign.identity.account.AccountId;
import io.countersign.identity.caller.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.ui.Model;

/**
 * A part of the Security page. Each kind of factor has its own, with a panel; the panels stand in
 * the order of the beans.
 */
public interface SecurityPart {

    /** Adds what its part of the template shows. */
    void show(SignedIn who, HttpServletRequest request, Model model);

    /**
     * Names the fragment {@code panel} of the template {@code security-<panel>}; empty where the
     * page itself has what this part shows.
     */
    default String panel() {
        return "";
    }

    /**
     * What the page says when a query parameter of that name comes along, with the words {@code
     * security.<name>}.
     */
    default Map<String, Tone> banners() {
        return Map.of();
    }

    /**
     * Whether to offer the kind of factor to an account that has to set one up, by the fragment
     * {@code set-up} of the same template.
     */
    default boolean setsUp(AccountId account) {
        return false;
    }
}
