package io.countersign.simulator.twilio;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The one account that the simulated Twilio knows. There is no default account: choose one when you
 * start the simulator and give it to the workers too.
 *
 * @param accountSid {@code AC} and 32 hexadecimal digits
 * @param authToken 32 letters and digits; the password of the API, and the key that signs callbacks
 * @param serviceNumber the sender that a messaging service chooses
 */
@ConfigurationProperties("simulator.twilio")
public record SimulatedTwilioSettings(
        String accountSid, String authToken, @DefaultValue("+15005550006") String serviceNumber) {

    private static final Pattern ACCOUNT_SID = Pattern.compile("AC[0-9a-fA-F]{32}");
    private static final Pattern AUTH_TOKEN = Pattern.compile("[0-9a-zA-Z]{32}");

    public SimulatedTwilioSettings {
        require("account-sid", accountSid, ACCOUNT_SID, "AC and 32 hexadecimal digits");
        require("auth-token", authToken, AUTH_TOKEN, "32 letters and digits");
    }

    private static void require(
            String key, @Nullable String value, Pattern pattern, String description) {
        if (value == null || !pattern.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "simulator.twilio."
                            + key
                            + (value == null ? " is missing: it" : " is not valid: it")
                            + " must be "
                            + description);
        }
    }

    @Override
    public String toString() {
        return "SimulatedTwilioSettings[" + accountSid + "]";
    }
}
