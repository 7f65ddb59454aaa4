package io.countersign.simulator.mail.smtp;

import io.countersign.simulator.Simulator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import tools.jackson.databind.JsonNode;

/** Sends mails to the running simulator as the worker does. */
public final class Sender {

    private final Simulator simulator;
    private final Properties settings = new Properties();
    private boolean anonymous;
    private String password = Simulator.SMTP_PASSWORD;

    public Sender(Simulator simulator) {
        this.simulator = simulator;
        JsonNode server = simulator.json(simulator.get("/api/mail-server"));
        settings.put("mail.smtp.host", server.get("host").asString());
        settings.put("mail.smtp.port", server.get("port").asInt());
        settings.put("mail.smtp.auth", "true");
        settings.put("mail.smtp.timeout", "20000");
    }

    Sender with(String key, Object value) {
        settings.put(key, value);
        return this;
    }

    Sender password(String other) {
        password = other;
        return this;
    }

    /** Does not sign in. */
    Sender anonymous() {
        anonymous = true;
        return with("mail.smtp.auth", "false");
    }

    /** Trusts the simulator's certificate. */
    Sender trusting() throws GeneralSecurityException {
        return with("mail.smtp.ssl.socketFactory", trust())
                .with("mail.smtp.ssl.checkserveridentity", "true");
    }

    /** Uses TLS from the beginning. */
    Sender encrypted() {
        JsonNode server = simulator.json(simulator.get("/api/mail-server"));
        return with("mail.smtp.port", server.get("tlsPort").asInt())
                .with("mail.smtp.ssl.enable", "true");
    }

    public void send(String to) throws MessagingException {
        Session session = Session.getInstance(settings);
        MimeMessage message = new MimeMessage(session);
        message.setFrom(new InternetAddress("login@countersign.example"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        message.setSubject("Grüße", "UTF-8");
        message.setHeader("Auto-Submitted", "auto-generated");
        MimeBodyPart text = new MimeBodyPart();
        text.setText("Schöne Grüße\n.\nEnde", "UTF-8");
        MimeBodyPart html = new MimeBodyPart();
        html.setContent(
                "<p>Schöne <a href=\"http://localhost/\">Grüße</a></p>",
                "text/html; charset=UTF-8");
        message.setContent(new MimeMultipart("alternative", text, html));
        message.saveChanges();
        try (Transport transport = session.getTransport("smtp")) {
            if (anonymous) {
                transport.connect();
            } else {
                transport.connect(Simulator.SMTP_USER, password);
            }
            transport.sendMessage(message, message.getAllRecipients());
        }
    }

    private SSLSocketFactory trust() throws GeneralSecurityException {
        String pem = simulator.get("/api/mail-server/certificate").body();
        Certificate certificate =
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(
                                new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
        try {
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("simulator", certificate);
            TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (IOException impossible) {
            throw new GeneralSecurityException(impossible);
        }
    }
}
