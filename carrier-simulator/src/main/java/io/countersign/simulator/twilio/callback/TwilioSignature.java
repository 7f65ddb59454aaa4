package io.countersign.simulator.twilio.callback;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.SortedMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The value of {@code X-Twilio-Signature}: HMAC-SHA1 over the address, followed by the name and the
 * value of each parameter in the order of the names, in Base64.
 *
 * @see <a href="https://www.twilio.com/docs/usage/security#validating-requests">Validating
 *     requests</a>
 */
final class TwilioSignature {

    private TwilioSignature() {}

    static String of(URI url, SortedMap<String, String> parameters, String authToken) {
        StringBuilder signed = new StringBuilder(url.toString());
        parameters.forEach((name, value) -> signed.append(name).append(value));
        return Base64.getEncoder().encodeToString(hmacSha1(authToken, signed.toString()));
    }

    private static byte[] hmacSha1(String key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key.getBytes(UTF_8), "HmacSHA1"));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has HmacSHA1", impossible);
        }
    }
}
