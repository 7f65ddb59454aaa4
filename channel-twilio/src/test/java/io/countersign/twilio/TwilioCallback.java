package io.countersign.twilio;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A status callback signed as Twilio documents it: HMAC-SHA1 over the URL followed by each
 * parameter's name and value, sorted by name.
 */
public record TwilioCallback(String url, TreeMap<String, String> parameters) {

    /** About an SMS. */
    public static TwilioCallback message(
            String url, String sid, String status, String... errorCode) {
        TwilioCallback callback =
                about(url, Map.of("MessageSid", sid, "MessageStatus", status, "SmsSid", sid));
        if (errorCode.length > 0) {
            callback.parameters().put("ErrorCode", errorCode[0]);
        }
        return callback;
    }

    /** About a call. */
    public static TwilioCallback call(String url, String sid, String status) {
        return about(
                url, Map.of("CallSid", sid, "CallStatus", status, "Direction", "outbound-api"));
    }

    private static TwilioCallback about(String url, Map<String, String> parameters) {
        TreeMap<String, String> all = new TreeMap<>(parameters);
        all.put("AccountSid", TwilioStandIn.ACCOUNT);
        all.put("ApiVersion", "2010-04-01");
        all.put("From", "+12015550199");
        all.put("To", "+12015550123");
        return new TwilioCallback(url, all);
    }

    public String form() {
        return parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + encode(entry.getValue()))
                .collect(Collectors.joining("&"));
    }

    public String signature(String token) {
        StringBuilder signed = new StringBuilder(url);
        parameters.forEach((name, value) -> signed.append(name).append(value));
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder()
                    .encodeToString(
                            mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
