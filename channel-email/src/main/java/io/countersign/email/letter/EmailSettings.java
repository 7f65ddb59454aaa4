package io.countersign.email.letter;

import io.countersign.channel.settings.Setting;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What e-mails say and who sends them.
 *
 * @param siteHost host name of the site that accounts are on, as browsers show it, without scheme
 *     or port, in its ASCII form; stands in every mail and in its Message-ID; no default
 * @param from the sender, such as {@code Example Security <security@example.com>}; failures to
 *     deliver come back to it; no default
 */
@ConfigurationProperties("countersign.email")
public record EmailSettings(@DefaultValue("") String siteHost, @DefaultValue("") String from) {

    private static final Pattern HOST =
            Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*");

    private static final Pattern ADDRESS = Pattern.compile("[!-~&&[^@<>]]+@[A-Za-z0-9.-]+");

    /**
     * @throws io.countersign.channel.settings.WrongSetting saying what is wrong with the first that
     *     is
     */
    public EmailSettings {
        Setting host = new Setting("countersign.email.site-host");
        host.mustBeSet(siteHost);
        host.must(
                HOST.matcher(siteHost).matches() && siteHost.length() <= 200,
                "must be a host name in lower case, without scheme, port or path");
        Setting sender = new Setting("countersign.email.from");
        sender.mustBeSet(from);
        sender.must(
                isSender(from),
                "must be one address, such as security@example.com or Example Security"
                        + " <security@example.com>");
    }

    /** The sender as mails show it. */
    public InternetAddress sender() {
        InternetAddress sender = parsed(from);
        try {
            sender.setPersonal(sender.getPersonal(), StandardCharsets.UTF_8.name());
            return sender;
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isSender(String from) {
        try {
            return from.chars().noneMatch(Character::isISOControl)
                    && ADDRESS.matcher(parsed(from).getAddress()).matches();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static InternetAddress parsed(String from) {
        try {
            return new InternetAddress(from, true);
        } catch (AddressException e) {
            throw new IllegalArgumentException("not one address", e);
        }
    }
}
