package io.countersign.events.id;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/** The form all random ids share: 128 bits in base64url without padding. */
final class RandomId {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{22}");

    private RandomId() {}

    static String next(SecureRandom random) {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static String checked(String value) {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("an id has 22 base64url characters");
        }
        return value;
    }
}
