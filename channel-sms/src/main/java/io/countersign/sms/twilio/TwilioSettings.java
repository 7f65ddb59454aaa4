package io.countersign.sms.twilio;

import io.countersign.channel.settings.Setting;
import java.net.URI;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The account at Twilio.
 *
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
public record TwilioSettings(
        @DefaultValue("https://api.twilio.com") String baseUrl,
        @DefaultValue("") String accountSid,
        @DefaultValue("") String authToken,
        @DefaultValue("") String from,
        @DefaultValue("") String statusCallbackBaseUrl) {

    private static final Pattern ADDRESS = Pattern.compile("https?://[A-Za-z0-9.:\\[\\]-]+");
    private static final Pattern ACCOUNT = Pattern.compile("AC[0-9a-fA-F]{32}");
    private static final Pattern TOKEN = Pattern.compile("[0-9a-fA-F]{32}");
    private static final Pattern SENDER = Pattern.compile("\\+[1-9]\\d{4,14}|MG[0-9a-fA-F]{32}");

    /**
     * Refuses what is missing, and a placeholder as well, since it has not the right form.
     *
     * @throws io.countersign.channel.settings.WrongSetting naming the first that is wrong
     */
    public TwilioSettings {
        check("base-url", baseUrl, ADDRESS, "must be http:// or https://, a host and no path");
        check("account-sid", accountSid, ACCOUNT, "must be AC and 32 hexadecimal digits");
        check("auth-token", authToken, TOKEN, "must be 32 hexadecimal digits");
        setting("auth-token").must(variesIn(authToken), "looks like a placeholder");
        check(
                "from",
                from,
                SENDER,
                "must be a number such as +12015550123, or MG and 32 hexadecimal digits");
        check(
                "status-callback-base-url",
                statusCallbackBaseUrl,
                ADDRESS,
                "must be http:// or https://, a host and no path");
    }

    URI base() {
        return URI.create(baseUrl);
    }

    /** Where Twilio tells what became of the named delivery; its signature covers exactly this. */
    String statusCallback(String delivery) {
        return statusCallbackBaseUrl + TwilioStatusController.PATH + delivery;
    }

    boolean fromMessagingService() {
        return from.startsWith("MG");
    }

    /** The token is a secret. */
    @Override
    public String toString() {
        return "TwilioSettings[" + baseUrl + ", " + accountSid + "]";
    }

    private static void check(String name, String value, Pattern form, String why) {
        setting(name).mustBeSet(value);
        setting(name).must(form.matcher(value).matches(), why);
    }

    private static boolean variesIn(String token) {
        return token.chars().distinct().count() > 4;
    }

    private static Setting setting(String name) {
        return new Setting("countersign.sms.twilio." + name);
    }
}
