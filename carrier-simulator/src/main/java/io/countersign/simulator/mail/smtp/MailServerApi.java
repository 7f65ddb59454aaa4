package io.countersign.simulator.mail.smtp;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells how to reach the mail server.
 *
 * <ul>
 *   <li>{@code GET /api/mail-server}: {@link MailServer}
 *   <li>{@code GET /api/mail-server/certificate}: the certificate to trust, in PEM
 * </ul>
 */
@RestController
@RequestMapping("/api/mail-server")
class MailServerApi {

    private final SmtpServer server;
    private final SimulatedSmtpSettings settings;
    private final Certificate certificate;

    MailServerApi(SmtpServer server, SimulatedSmtpSettings settings, Certificate certificate) {
        this.server = server;
        this.settings = settings;
        this.certificate = certificate;
    }

    /**
     * The mail server.
     *
     * @param port with STARTTLS on offer
     * @param tlsPort with TLS from the beginning
     * @param authentication whether user name and password are wanted
     */
    record MailServer(String host, int port, int tlsPort, boolean authentication) {}

    @GetMapping
    MailServer server() {
        return new MailServer(
                settings.address().getHostAddress(),
                server.port(),
                server.tlsPort(),
                settings.guarded());
    }

    @GetMapping(path = "/certificate", produces = MediaType.TEXT_PLAIN_VALUE)
    String certificate() {
        return certificate.pem();
    }
}
