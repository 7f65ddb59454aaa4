package io.countersign.identity.attempt;

import java.util.Optional;

/**
 * Where a request comes from.
 *
 * @param address the client's IP address in text form
 * @param userAgent as the client says, cut to 300 characters; empty where it says nothing
 * @param deviceToken the token of a device that has signed in before
 */
public record Origin(String address, String userAgent, Optional<String> deviceToken) {

    private static final int LONGEST_AGENT = 300;

    public Origin {
        userAgent = userAgent.substring(0, Math.min(userAgent.length(), LONGEST_AGENT));
    }
}
