package io.countersign.twilio;

import io.countersign.channel.settings.Setting;
import java.net.URI;
import java.util.regex.Pattern;

/**
 * An account at Twilio, and where Twilio reaches us.
 *
 * @param baseUrl where Twilio's REST API is
 * @param sid {@code AC} and 32 hexadecimal digits
 * @param token 32 hexadecimal digits; authenticates us to Twilio and its callbacks to us
 * @param callbackBaseUrl exactly as Twilio is to call it, without a path
 */
public record TwilioAccount(String baseUrl, String sid, String token, String callbackBaseUrl) {

    private static final Pattern ADDRESS = Pattern.compile("https?://[A-Za-z0-9.:\\[\\]-]+");
    private static final Pattern ACCOUNT = Pattern.compile("AC[0-9a-fA-F]{32}");
    private static final Pattern TOKEN = Pattern.compile("[0-9a-fA-F]{32}");
    private static final String ADDRESS_FORM = "must be http:// or https://, a host and no path";

    /**
     * Refuses a missing value, and a placeholder too, because it does not have the right form.
     *
     * @param prefix of the settings' keys, with a dot at its end
     * @throws io.countersign.channel.settings.WrongSetting naming the first that is wrong
     */
    public void check(String prefix) {
        check(prefix + "base-url", baseUrl, ADDRESS, ADDRESS_FORM);
        check(prefix + "account-sid", sid, ACCOUNT, "must be AC and 32 hexadecimal digits");
        check(prefix + "auth-token", token, TOKEN, "must be 32 hexadecimal digits");
        new Setting(prefix + "auth-token").must(varies(token), "looks like a placeholder");
        check(prefix + "status-callback-base-url", callbackBaseUrl, ADDRESS, ADDRESS_FORM);
    }

    URI base() {
        return URI.create(baseUrl);
    }

    /**
     * Where Twilio tells what became of a delivery; its signature covers exactly this.
     *
     * @param path of the channel's callbacks, with a slash at both ends
     */
    public URI callback(String path, String delivery) {
        return URI.create(callbackBaseUrl + path + delivery);
    }

    /** The token is a secret. */
    @Override
    public String toString() {
        return "TwilioAccount[" + baseUrl + ", " + sid + "]";
    }

    private static void check(String key, String value, Pattern form, String why) {
        new Setting(key).mustBeSet(value);
        new Setting(key).must(form.matcher(value).matches(), why);
    }

    private static boolean varies(String token) {
        return token.chars().distinct().count() > 4;
    }
}
