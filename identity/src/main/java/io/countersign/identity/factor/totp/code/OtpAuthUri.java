package io.countersign.identity.factor.totp.code;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;

/**
 * How an authenticator app is told a secret, by QR code or by a link.
 *
 * @see <a href="https://github.com/google/google-authenticator/wiki/Key-Uri-Format">Key URI
 *     format</a>
 */
public final class OtpAuthUri {

    private OtpAuthUri() {}

    /**
     * Writes everything out, even default values, because apps differ in what they assume.
     *
     * @param issuer whose account it is, as the app shows it; without a colon
     * @param account its name there
     */
    public static String of(
            String issuer, String account, TotpSecret secret, TotpAlgorithm algorithm) {
        return "otpauth://totp/%s:%s?secret=%s&issuer=%s&algorithm=%s&digits=%d&period=%d"
                .formatted(
                        escaped(issuer),
                        escaped(account),
                        secret.base32(),
                        escaped(issuer),
                        algorithm,
                        Totp.DIGITS,
                        Totp.STEP.toSeconds());
    }

    /** Apps show the plus sign that a form would use for a space. */
    private static String escaped(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}
