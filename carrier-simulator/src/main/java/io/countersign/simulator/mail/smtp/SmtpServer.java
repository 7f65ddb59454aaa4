package io.countersign.simulator.mail.smtp;

import io.countersign.simulator.faults.Counter;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;

/** Takes mails at two ports: one offers STARTTLS, the other has TLS from the beginning. */
@Component
class SmtpServer implements SmartLifecycle {

    private final SimulatedSmtpSettings settings;
    private final Certificate certificate;
    private final Reception reception;
    private @Nullable Running running;

    private record Running(SMTPServer plain, SMTPServer encrypted, ExecutorService clients) {}

    SmtpServer(SimulatedSmtpSettings settings, Certificate certificate, Reception reception) {
        this.settings = settings;
        this.certificate = certificate;
        this.reception = reception;
    }

    synchronized int port() {
        return running == null ? 0 : port(running.plain());
    }

    synchronized int tlsPort() {
        return running == null ? 0 : port(running.encrypted());
    }

    private static int port(SMTPServer server) {
        return server.getPort() == 0 ? server.getPortAllocated() : server.getPort();
    }

    @Override
    public synchronized void start() {
        ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
        SMTPServer plain =
                server(settings.port(), clients)
                        .enableTLS()
                        .startTlsSocketFactory(certificate.context())
                        .build();
        SMTPServer encrypted =
                server(settings.tlsPort(), clients)
                        .serverSocketFactory(certificate.context())
                        .build();
        running = new Running(plain, encrypted, clients);
        plain.start();
        encrypted.start();
    }

    private SMTPServer.Builder server(int port, ExecutorService clients) {
        SMTPServer.Builder builder =
                SMTPServer.port(port)
                        .bindAddress(settings.address())
                        .hostName("carrier-simulator")
                        .softwareName("Carrier simulator")
                        .messageHandlerFactory(reception)
                        .insertReceivedHeaders(false)
                        .connectionTimeoutMs((int) Counter.FOREVER.toMillis())
                        .executorService(clients);
        if (settings.guarded()) {
            builder.authenticationHandlerFactory(
                            new EasyAuthenticationHandlerFactory(
                                    (username, password, _) -> authenticate(username, password)))
                    .requireAuth();
        }
        return builder;
    }

    private void authenticate(String username, String password) throws LoginFailedException {
        if (!username.equals(settings.username()) || !password.equals(settings.password())) {
            throw new LoginFailedException();
        }
    }

    @Override
    public synchronized void stop() {
        if (running != null) {
            // The servers wait for their clients, some of which a fault holds for minutes.
            running.clients().shutdownNow();
            running.plain().stop();
            running.encrypted().stop();
            running = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return running != null;
    }
}
