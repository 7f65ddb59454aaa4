package io.countersign.email.smtp;

import io.countersign.channel.settings.WrongSetting;
import io.countersign.email.letter.EmailSettings;
import jakarta.mail.Session;
import java.time.Duration;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.springframework.boot.ssl.NoSuchSslBundleException;
import org.springframework.boot.ssl.SslBundles;

/**
 * The properties of every connection.
 *
 * @see <a
 *     href="https://jakarta.ee/specifications/mail/2.1/apidocs/jakarta.mail/module-summary">Jakarta
 *     Mail, and package org.eclipse.angus.mail.smtp</a>
 */
final class SmtpSession {

    private static final Duration CONNECT = Duration.ofSeconds(5);

    /** Longer than any send may take, which ends a dialogue sooner. */
    private static final Duration SILENCE = Duration.ofSeconds(60);

    private final SmtpSettings smtp;
    private final EmailSettings email;

    SmtpSession(SmtpSettings smtp, EmailSettings email) {
        this.smtp = smtp;
        this.email = email;
    }

    /**
     * @throws WrongSetting when there is no such bundle
     */
    Session open(SslBundles bundles) {
        Properties properties = new Properties();
        set(properties, "localhost", email.siteHost());
        set(properties, "from", email.sender().getAddress());
        set(properties, "connectiontimeout", Long.toString(CONNECT.toMillis()));
        set(properties, "timeout", Long.toString(SILENCE.toMillis()));
        set(properties, "quitwait", "false");
        set(properties, "auth", Boolean.toString(smtp.username() != null));
        set(properties, "auth.mechanisms", "PLAIN LOGIN");
        protect(properties, bundles);
        return Session.getInstance(properties);
    }

    private void protect(Properties properties, SslBundles bundles) {
        switch (smtp.secured()) {
            case STARTTLS -> {
                set(properties, "starttls.enable", "true");
                set(properties, "starttls.required", "true");
            }
            case TLS -> set(properties, "ssl.enable", "true");
            case NONE -> {}
        }
        set(properties, "ssl.checkserveridentity", "true");
        set(properties, "ssl.protocols", "TLSv1.3 TLSv1.2");
        String bundle = smtp.sslBundle();
        if (bundle != null) {
            properties.put("mail.smtp.ssl.socketFactory", trusting(bundle, bundles));
        }
    }

    private static SSLSocketFactory trusting(String bundle, SslBundles bundles) {
        try {
            return bundles.getBundle(bundle).createSslContext().getSocketFactory();
        } catch (NoSuchSslBundleException e) {
            throw new WrongSetting(
                    "countersign.email.smtp.ssl-bundle", "names a bundle that is not configured");
        }
    }

    private static void set(Properties properties, String name, String value) {
        properties.setProperty("mail.smtp." + name, value);
    }
}
