package io.countersign.telegram.update;

import io.countersign.channel.settings.Setting;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The webhook; needed where {@code countersign.telegram.updates} is {@code webhook}.
 *
 * @param baseUrl where Telegram reaches this worker or any other instance of it, without a path;
 *     Telegram calls HTTPS only, on port 443, 80, 88 or 8443
 * @param secretToken by which Telegram shows that it is Telegram that calls: 32 to 256 letters,
 *     digits, {@code _} and {@code -}
 */
@ConfigurationProperties("countersign.telegram.webhook")
record WebhookSettings(@DefaultValue("") String baseUrl, @DefaultValue("") String secretToken) {

    private static final Pattern ADDRESS = Pattern.compile("https?://[A-Za-z0-9.:\\[\\]-]+");
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{32,256}");

    /**
     * @throws io.countersign.channel.settings.WrongSetting naming the first that is wrong
     */
    WebhookSettings {
        setting("base-url").mustBeSet(baseUrl);
        setting("base-url")
                .must(ADDRESS.matcher(baseUrl).matches(), "must be https://, a host and no path");
        setting("secret-token").mustBeSet(secretToken);
        setting("secret-token")
                .must(
                        SECRET.matcher(secretToken).matches(),
                        "must be 32 to 256 letters, digits, _ and -");
        setting("secret-token")
                .must(secretToken.chars().distinct().count() > 8, "looks like a placeholder");
    }

    String url() {
        return baseUrl + WebhookController.PATH;
    }

    /** The token is a secret. */
    @Override
    public String toString() {
        return "WebhookSettings[" + baseUrl + "]";
    }

    private static Setting setting(String name) {
        return new Setting("countersign.telegram.webhook." + name);
    }
}
