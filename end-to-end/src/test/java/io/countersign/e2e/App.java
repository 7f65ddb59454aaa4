package io.countersign.e2e;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.time.Instant;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.awaitility.Awaitility;

/** An authenticator app that was told a key. */
final class App {

    private static final TimeBasedOneTimePasswordGenerator TOTP =
            new TimeBasedOneTimePasswordGenerator();

    private final SecretKeySpec key;
    private long used;

    /**
     * Takes a key.
     *
     * @param base32 as the page shows it
     */
    App(String base32) {
        key = new SecretKeySpec(new Base32().decode(base32.replace(" ", "")), "HmacSHA1");
    }

    /**
     * A code that has not been used: this step's, or the next one's, for which a clock may be off.
     */
    String fresh() {
        long next = Math.max(used + 1, step());
        Awaitility.await().until(() -> next <= step() + 1);
        used = next;
        return code(Instant.ofEpochSecond(next * TOTP.getTimeStep().toSeconds()));
    }

    /** What it shows if its clock is ahead. */
    String ahead(Duration by) {
        return code(Instant.now().plus(by));
    }

    private static long step() {
        return Instant.now().getEpochSecond() / TOTP.getTimeStep().toSeconds();
    }

    private String code(Instant at) {
        try {
            return TOTP.generateOneTimePasswordString(key, at);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }
}
