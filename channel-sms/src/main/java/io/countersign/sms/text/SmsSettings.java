package io.countersign.sms.text;

import io.countersign.channel.settings.Setting;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What SMS say.
 *
 * @param siteHost host name of the page that asks for the code, as browsers show it, without scheme
 *     or port, in its ASCII form; no default
 */
@ConfigurationProperties("countersign.sms")
public record SmsSettings(@DefaultValue("") String siteHost) {

    private static final Pattern HOST =
            Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*");

    /**
     * Refuses a host with which some text would take more than one segment.
     *
     * @throws io.countersign.channel.settings.WrongSetting saying what is wrong with it
     */
    public SmsSettings {
        Setting setting = new Setting("countersign.sms.site-host");
        setting.mustBeSet(siteHost);
        setting.must(
                HOST.matcher(siteHost).matches(),
                "must be a host name in lower case, without scheme, port or path");
        setting.must(
                siteHost.length() <= SmsTexts.longestHost(),
                "has %d characters, but only %d leave every text within one SMS"
                        .formatted(siteHost.length(), SmsTexts.longestHost()));
    }
}
