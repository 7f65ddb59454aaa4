package io.countersign.email.smtp;

import java.io.IOException;
import java.net.Socket;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.ssl.SslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

/** A key and a certificate that it signed itself, for one host. */
record TestCertificate(HeldCertificate held) {

    static final String BUNDLE = "mail";

    static TestCertificate of(String host) {
        return new TestCertificate(
                new HeldCertificate.Builder()
                        .commonName("Test")
                        .addSubjectAlternativeName(host)
                        .build());
    }

    /** Trusts it and nothing else. */
    static SslBundles trusting(KeyStore certificates) {
        return trusting(SslStoreBundle.of(null, null, certificates));
    }

    SslBundles trusted() {
        return trusting(
                new PemSslStoreBundle(
                        null, PemSslStoreDetails.forCertificate(held.certificatePem())));
    }

    private static SslBundles trusting(SslStoreBundle certificates) {
        return new DefaultSslBundleRegistry(BUNDLE, SslBundle.of(certificates));
    }

    /** The server's side of TLS over an accepted connection. */
    Socket encrypt(Socket accepted) throws IOException {
        SSLContext context =
                new HandshakeCertificates.Builder().heldCertificate(held).build().sslContext();
        SSLSocket socket =
                (SSLSocket)
                        context.getSocketFactory()
                                .createSocket(accepted, null, accepted.getPort(), true);
        socket.setUseClientMode(false);
        return socket;
    }
}
