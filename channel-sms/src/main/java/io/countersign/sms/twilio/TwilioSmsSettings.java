package io.countersign.sms.twilio;

import io.countersign.channel.settings.Setting;
import io.countersign.twilio.TwilioAccount;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The account at Twilio.
 *
 * @param enabled whether Twilio sends; without it, another provider has to
 * @param baseUrl where Twilio's REST API is
 * @param accountSid {@code AC} and 32 hexadecimal digits; no default
 * @param authToken 32 hexadecimal digits; authenticates us to Twilio and its callbacks to us; no
 *     default
 * @param from the sender: a number in E.164 form or a Messaging Service, {@code MG} and 32
 *     hexadecimal digits; no default
 * @param statusCallbackBaseUrl where Twilio reaches this worker or any other instance of it,
 *     exactly as Twilio is to call it, without a path; no default
 */
@ConfigurationProperties("countersign.sms.twilio")
public record TwilioSmsSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("https://api.twilio.com") String baseUrl,
        @DefaultValue("") String accountSid,
        @DefaultValue("") String authToken,
        @DefaultValue("") String from,
        @DefaultValue("") String statusCallbackBaseUrl) {

    private static final String PREFIX = "countersign.sms.twilio.";
    private static final Pattern SENDER = Pattern.compile("\\+[1-9]\\d{4,14}|MG[0-9a-fA-F]{32}");

    /**
     * Refuses a missing value, and a placeholder too, because it does not have the right form.
     *
     * @throws io.countersign.channel.settings.WrongSetting naming the first that is wrong
     */
    public TwilioSmsSettings {
        new TwilioAccount(baseUrl, accountSid, authToken, statusCallbackBaseUrl).check(PREFIX);
        Setting sender = new Setting(PREFIX + "from");
        sender.mustBeSet(from);
        sender.must(
                SENDER.matcher(from).matches(),
                "must be a number such as +12015550123, or MG and 32 hexadecimal digits");
    }

    TwilioAccount account() {
        return new TwilioAccount(baseUrl, accountSid, authToken, statusCallbackBaseUrl);
    }

    boolean fromMessagingService() {
        return from.startsWith("MG");
    }

    /** The token is a secret. */
    @Override
    public String toString() {
        return "TwilioSettings[" + account() + "]";
    }
}
