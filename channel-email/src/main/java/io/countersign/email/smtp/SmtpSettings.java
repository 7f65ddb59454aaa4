package io.countersign.email.smtp;

import io.countersign.channel.settings.Setting;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The SMTP server that takes the mails.
 *
 * @param host its name, which its certificate must be for; no default
 * @param port usually 587 with {@code starttls}, 465 with {@code tls}
 * @param security {@code starttls}, {@code tls} from the first byte, or {@code none}; with none, a
 *     password is given only to a server on this machine
 * @param username to sign in with; none if the server asks for no name
 * @param password for that name; both or neither
 * @param sslBundle name of the Spring Boot SSL bundle ({@code spring.ssl.bundle.…}) that says which
 *     certificates to trust; without one, those that Java trusts
 * @param idle how long an unused connection is kept; 1 s to 5 min
 */
@ConfigurationProperties("countersign.email.smtp")
public record SmtpSettings(
        @DefaultValue("") String host,
        @DefaultValue("587") int port,
        @DefaultValue("starttls") String security,
        @Nullable String username,
        @Nullable String password,
        @Nullable String sslBundle,
        @DefaultValue("30s") Duration idle) {

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:-]+");
    private static final Pattern THIS_MACHINE =
            Pattern.compile("localhost|127(\\.\\d{1,3}){3}|::1|0:0:0:0:0:0:0:1");

    /**
     * @throws io.countersign.channel.settings.WrongSetting naming the first that is wrong
     */
    public SmtpSettings {
        setting("host").mustBeSet(host);
        setting("host").must(HOST.matcher(host).matches(), "must be a host name or an IP address");
        setting("port").mustLieBetween(1, 65_535, port);
        setting("security")
                .must(Security.named(security).isPresent(), "must be starttls, tls or none");
        username = blankToNull(username);
        password = blankToNull(password);
        sslBundle = blankToNull(sslBundle);
        setting("username").must(username != null || password == null, "is missing");
        setting("password").must(password != null || username == null, "is missing");
        setting("security")
                .must(
                        password == null
                                || Security.named(security).orElseThrow() != Security.NONE
                                || THIS_MACHINE.matcher(host).matches(),
                        "must be starttls or tls: a password would go to another machine in clear");
        setting("idle").mustLieBetween(Duration.ofSeconds(1), Duration.ofMinutes(5), idle);
    }

    Security secured() {
        return Security.named(security).orElseThrow();
    }

    /** The password is a secret. */
    @Override
    public String toString() {
        return "SmtpSettings[" + host + ":" + port + ", " + security + "]";
    }

    private static @Nullable String blankToNull(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }

    private static Setting setting(String name) {
        return new Setting("countersign.email.smtp." + name);
    }
}
