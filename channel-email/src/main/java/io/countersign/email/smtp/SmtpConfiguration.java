package io.countersign.email.smtp;

import io.countersign.channel.send.Provider;
import io.countersign.email.letter.EmailSettings;
import io.countersign.email.mime.Mails;
import jakarta.mail.Session;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** An SMTP server as the channel's provider. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({EmailSettings.class, SmtpSettings.class})
class SmtpConfiguration {

    static final String PROVIDER = "smtp";

    @Bean
    Provider smtp(SmtpSender sender) {
        return new Provider(PROVIDER, sender);
    }

    @Bean(destroyMethod = "close")
    SmtpSender smtpSender(EmailSettings email, SmtpSettings smtp, SslBundles bundles, Clock clock) {
        Session session = new SmtpSession(smtp, email).open(bundles);
        return new SmtpSender(
                new Mails(email, session, clock), new SmtpConnections(smtp, session, clock));
    }
}
