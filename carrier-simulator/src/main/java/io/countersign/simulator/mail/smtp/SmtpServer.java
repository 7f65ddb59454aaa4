package io.countersign.simulator.mail.smtp;

import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.countersign.simulator.mail.MailAddress;
import io.countersign.simulator.mail.Mails;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Runs GreenMail out of everybody's reach, and in front of it one door without and one with TLS.
 */
@Component
class SmtpServer implements SmartLifecycle {

    /** A busy machine needs more than the two seconds that GreenMail gives itself. */
    private static final Duration START_PATIENCE = Duration.ofMinutes(5);

    private final Surroundings surroundings;
    private final GreenMail greenMail = new GreenMail(loopback());
    private final Door plain = new Door(this::serve);
    private final Door encrypted = new Door(client -> serve(encrypt(client)));
    private volatile boolean running;

    SmtpServer(Surroundings surroundings, Mails mails, Clock clock) {
        this.surroundings = surroundings;
        greenMail
                .getUserManager()
                .setMessageDeliveryHandler(
                        (MovingMessage _, com.icegreen.greenmail.mail.MailAddress to) ->
                                new Mailbox(new MailAddress(to.getEmail()), mails, clock));
    }

    private static ServerSetup loopback() {
        ServerSetup setup =
                new ServerSetup(
                        0,
                        InetAddress.getLoopbackAddress().getHostAddress(),
                        ServerSetup.PROTOCOL_SMTP);
        setup.setServerStartupTimeout(START_PATIENCE.toMillis());
        return setup;
    }

    int port() {
        return plain.port();
    }

    int tlsPort() {
        return encrypted.port();
    }

    @Override
    public void start() {
        SmtpSettings settings = surroundings.settings();
        greenMail.start();
        if (settings.username() != null && settings.password() != null) {
            greenMail.setUser(settings.username(), settings.password());
        }
        try {
            plain.open(settings.address(), settings.port());
            encrypted.open(settings.address(), settings.tlsPort());
        } catch (IOException taken) {
            throw new UncheckedIOException("the port for SMTP is taken", taken);
        }
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        plain.close();
        encrypted.close();
        greenMail.stop();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private Socket encrypt(Socket client) throws IOException {
        return surroundings.certificate().encrypt(client);
    }

    private void serve(Socket client) throws IOException, InterruptedException {
        Socket behind = new Socket(InetAddress.getLoopbackAddress(), greenMail.getSmtp().getPort());
        try (Wire server = new Wire(behind)) {
            new SmtpSession(new Wire(client), server, surroundings).run();
        }
    }
}
