package io.countersign.voice.twilio;

import io.countersign.twilio.TwilioAccount;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The account at Twilio.
 *
 * @param baseUrl where Twilio's REST API is
 * @param accountSid {@code AC} and 32 hexadecimal digits; no default
 * @param authToken 32 hexadecimal digits; authenticates us to Twilio and its callbacks to us, and
 *     hides in Redis who was called; no default
 * @param statusCallbackBaseUrl where Twilio reaches this worker or any other instance of it,
 *     exactly as Twilio is to call it, without a path; no default
 */
@ConfigurationProperties("countersign.voice.twilio")
public record TwilioVoiceSettings(
        @DefaultValue("https://api.twilio.com") String baseUrl,
        @DefaultValue("") String accountSid,
        @DefaultValue("") String authToken,
        @DefaultValue("") String statusCallbackBaseUrl) {

    /**
     * Refuses a missing value, and a placeholder too, because it does not have the right form.
     *
     * @throws io.countersign.channel.settings.WrongSetting naming the first that is wrong
     */
    public TwilioVoiceSettings {
        new TwilioAccount(baseUrl, accountSid, authToken, statusCallbackBaseUrl)
                .check("countersign.voice.twilio.");
    }

    TwilioAccount account() {
        return new TwilioAccount(baseUrl, accountSid, authToken, statusCallbackBaseUrl);
    }

    /** The token is a secret. */
    @Override
    public String toString() {
        return "TwilioSettings[" + account() + "]";
    }
}
