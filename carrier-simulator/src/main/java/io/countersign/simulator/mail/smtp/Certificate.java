package io.countersign.simulator.mail.smtp;

import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.springframework.stereotype.Component;

/**
 * The mail server's key and its certificate for this machine, signed by itself. No client trusts it
 * unless told to.
 */
@Component
class Certificate {

    private final HeldCertificate held =
            new HeldCertificate.Builder()
                    .commonName("Carrier simulator")
                    .addSubjectAlternativeName("localhost")
                    .addSubjectAlternativeName("carrier-simulator")
                    .addSubjectAlternativeName("127.0.0.1")
                    .addSubjectAlternativeName("::1")
                    .duration(365, TimeUnit.DAYS)
                    .build();

    SSLContext context() {
        return new HandshakeCertificates.Builder().heldCertificate(held).build().sslContext();
    }

    String pem() {
        return held.certificatePem();
    }
}
