package io.countersign.sms;

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
record TwilioCallback(String url, TreeMap<String, String> parameters) {

    static TwilioCallback of(String url, String sid, String status, String... errorCode) {
        TreeMap<String, String> parameters =
                new TreeMap<>(
                        Map.of(
                                "AccountSid",
                                "AC0123456789abcdef0123456789abcdef",
                                "ApiVersion",
                                "2010-04-01",
                                "From",
                                "+12015550199",
                                "MessageSid",
                                sid,
                                "MessageStatus",
                                status,
                                "SmsSid",
                                sid,
                                "SmsStatus",
                                status,
                                "To",
                                "+12015550123"));
        if (errorCode.length > 0) {
            parameters.put("ErrorCode", errorCode[0]);
        }
        return new TwilioCallback(url, parameters);
    }

    String form() {
        return parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + encode(entry.getValue()))
                .collect(Collectors.joining("&"));
    }

    String signature(String token) {
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
