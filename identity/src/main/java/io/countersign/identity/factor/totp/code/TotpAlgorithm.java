package io.countersign.identity.factor.totp.code;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;

/** The hash function of RFC 6238; SHA-1 is what every app can do. */
public enum TotpAlgorithm {
    SHA1(TimeBasedOneTimePasswordGenerator.TOTP_ALGORITHM_HMAC_SHA1),
    SHA256(TimeBasedOneTimePasswordGenerator.TOTP_ALGORITHM_HMAC_SHA256),
    SHA512(TimeBasedOneTimePasswordGenerator.TOTP_ALGORITHM_HMAC_SHA512);

    private final String hmac;

    TotpAlgorithm(String hmac) {
        this.hmac = hmac;
    }

    String hmac() {
        return hmac;
    }
}
