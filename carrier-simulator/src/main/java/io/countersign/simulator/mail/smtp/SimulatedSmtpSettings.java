package io.countersign.simulator.mail.smtp;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where mails are taken. Without user name and password, from everyone.
 *
 * @param address the simulator's own by default
 * @param port with STARTTLS on offer; 0 for any free one, which the start page shows
 * @param tlsPort with TLS from the beginning; 0 for any that is free
 * @param username to sign in with; none to take mails from everyone
 * @param password that goes with it
 */
@ConfigurationProperties("simulator.smtp")
public record SimulatedSmtpSettings(
        InetAddress address,
        @DefaultValue("0") int port,
        @DefaultValue("0") int tlsPort,
        @Nullable String username,
        @Nullable String password) {

    public SimulatedSmtpSettings {
        if ((username == null) != (password == null)) {
            throw new IllegalArgumentException(
                    "simulator.smtp.username and password must be given together");
        }
    }

    boolean guarded() {
        return username != null;
    }

    @Override
    public String toString() {
        return "SimulatedSmtpSettings[" + address + ":" + port + "]";
    }
}
