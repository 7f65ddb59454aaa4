package io.countersign.identity.factor.totp.code;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;

/**
 * The codes of one secret.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6238">RFC 6238</a>
 */
public final class Totp {

    public static final int DIGITS = 6;

    public static final Duration STEP = Duration.ofSeconds(30);

    private final TimeBasedOneTimePasswordGenerator generator;
    private final SecretKeySpec key;

    public Totp(TotpSecret secret, TotpAlgorithm algorithm) {
        this(secret, algorithm, DIGITS);
    }

    Totp(TotpSecret secret, TotpAlgorithm algorithm, int digits) {
        generator = new TimeBasedOneTimePasswordGenerator(STEP, digits, algorithm.hmac());
        key = new SecretKeySpec(secret.bytes(), algorithm.hmac());
    }

    /** The step that an instant lies in, counted from 1970. */
    public static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STEP.toSeconds());
    }

    public String code(long step) {
        try {
            Instant begin = Instant.ofEpochSecond(step * STEP.toSeconds());
            return generator.generateOneTimePasswordString(key, begin, Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("HMAC takes every key", e);
        }
    }

    /** The steps among them that the code belongs to; mostly none, rarely several. */
    public LongStream fitting(String code, LongStream steps) {
        byte[] given = code.getBytes(UTF_8);
        return steps.filter(step -> MessageDigest.isEqual(code(step).getBytes(UTF_8), given));
    }
}
