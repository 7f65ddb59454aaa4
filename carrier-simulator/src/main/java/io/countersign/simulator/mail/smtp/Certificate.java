package io.countersign.simulator.mail.smtp;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The mail server's key and its certificate for this machine, signed by itself and made when it is
 * first needed. Nobody trusts it who was not told to.
 */
@Component
class Certificate {

    private static final String PASSWORD = "not a secret: the key lives as long as the process";
    private static final String ALIAS = "smtp";

    private @Nullable KeyStore store;

    /** Goes on with an accepted connection under TLS. */
    SSLSocket encrypt(Socket accepted) throws IOException {
        SSLSocket encrypted =
                (SSLSocket)
                        context()
                                .getSocketFactory()
                                .createSocket(accepted, null, accepted.getPort(), true);
        encrypted.setUseClientMode(false);
        return encrypted;
    }

    private SSLContext context() throws IOException {
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
            keys.init(store(), PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("the key was made for this", impossible);
        }
    }

    /** In PEM. */
    String pem() throws IOException {
        try {
            byte[] der = store().getCertificate(ALIAS).getEncoded();
            return "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
                    + "\n-----END CERTIFICATE-----\n";
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("the certificate was made for this", impossible);
        }
    }

    private synchronized KeyStore store() throws IOException {
        KeyStore made = store;
        if (made == null) {
            made = make();
            store = made;
        }
        return made;
    }

    private static KeyStore make() throws IOException {
        Path directory = Files.createTempDirectory("carrier-simulator");
        Path file = directory.resolve("smtp.p12");
        try {
            runKeytool(file);
            KeyStore made = KeyStore.getInstance("PKCS12");
            try (InputStream stream = Files.newInputStream(file)) {
                made.load(stream, PASSWORD.toCharArray());
            }
            return made;
        } catch (GeneralSecurityException unreadable) {
            throw new IOException("keytool made no key", unreadable);
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(directory);
        }
    }

    private static void runKeytool(Path file) throws IOException {
        Process keytool =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-keystore",
                                file.toString(),
                                "-storetype",
                                "PKCS12",
                                "-storepass",
                                PASSWORD,
                                "-alias",
                                ALIAS,
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=Carrier simulator",
                                "-validity",
                                "365",
                                "-ext",
                                "san=dns:localhost,dns:carrier-simulator,ip:127.0.0.1,ip:::1")
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try {
            if (!keytool.waitFor(1, TimeUnit.MINUTES) || keytool.exitValue() != 0) {
                throw new IOException("keytool made no key");
            }
        } catch (InterruptedException stopped) {
            keytool.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("stopped while making a key", stopped);
        }
    }
}
