package io.countersign.simulator.twilio.callback;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When messages move on and where that may be reported.
 *
 * @param queuedAfter from acceptance to the report that the message waits to be sent
 * @param sentAfter from acceptance until the message is with the operator
 * @param deliveredAfter from acceptance until the phone has the message
 * @param allowedHosts the hosts that a status callback may name; this machine only by default
 * @param timeout for one callback, the connection included
 */
@ConfigurationProperties("simulator.callbacks")
public record CallbackSettings(
        @DefaultValue("20ms") Duration queuedAfter,
        @DefaultValue("150ms") Duration sentAfter,
        @DefaultValue("600ms") Duration deliveredAfter,
        @DefaultValue({"127.0.0.1", "localhost", "[::1]"}) Set<String> allowedHosts,
        @DefaultValue("5s") Duration timeout) {

    public CallbackSettings {
        require(
                !queuedAfter.isNegative()
                        && queuedAfter.compareTo(sentAfter) <= 0
                        && sentAfter.compareTo(deliveredAfter) <= 0,
                "simulator.callbacks.queued-after, sent-after and delivered-after must not be"
                        + " negative and must rise in this order");
        require(timeout.isPositive(), "simulator.callbacks.timeout must be above zero");
    }

    /** Whether this is an absolute HTTP address at a host that is allowed. */
    public boolean allow(URI url) {
        return ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))
                && url.getHost() != null
                && allowedHosts.contains(url.getHost());
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
