package io.countersign.identity.factor.totp.code;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

    /** RFC 6238, appendix B, whose secrets are as long as the hash. */
    @ParameterizedTest
    @Tag("SECURITY-6")
    @CsvSource({
        "59, 94287082, SHA1",
        "59, 46119246, SHA256",
        "59, 90693936, SHA512",
        "1111111109, 07081804, SHA1",
        "1111111109, 68084774, SHA256",
        "1111111109, 25091201, SHA512",
        "1111111111, 14050471, SHA1",
        "1111111111, 67062674, SHA256",
        "1111111111, 99943326, SHA512",
        "1234567890, 89005924, SHA1",
        "1234567890, 91819424, SHA256",
        "1234567890, 93441116, SHA512",
        "2000000000, 69279037, SHA1",
        "2000000000, 90698825, SHA256",
        "2000000000, 38618901, SHA512",
        "20000000000, 65353130, SHA1",
        "20000000000, 77737706, SHA256",
        "20000000000, 47863826, SHA512"
    })
    void givesTheCodesOfTheRfc(long seconds, String code, TotpAlgorithm algorithm) {
        int length =
                switch (algorithm) {
                    case SHA1 -> 20;
                    case SHA256 -> 32;
                    case SHA512 -> 64;
                };
        byte[] secret = "1234567890".repeat(7).substring(0, length).getBytes(US_ASCII);
        Totp totp = new Totp(new TotpSecret(secret), algorithm, 8);

        assertThat(totp.code(Totp.step(Instant.ofEpochSecond(seconds)))).isEqualTo(code);
    }

    @Test
    void keepsLeadingZeros() {
        Totp totp = new Totp(TotpSecret.next(new SecureRandom()), TotpAlgorithm.SHA1);

        assertThat(LongStream.range(0, 1000).mapToObj(totp::code)).allMatch(c -> c.length() == 6);
    }

    @Test
    void aSecretSurvivesBeingWrittenDown() {
        byte[] bytes =
                "Hello!\u00de\u00ad\u00be\u00ef"
                        .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);

        assertThat(new TotpSecret(bytes).base32()).isEqualTo("JBSWY3DPEHPK3PXP");
        assertThat(TotpSecret.ofBase32("JBSWY3DPEHPK3PXP")).isEqualTo(new TotpSecret(bytes));
        assertThat(
                        IntStream.range(0, 100)
                                .mapToObj(_ -> TotpSecret.next(new SecureRandom()))
                                .filter(s -> TotpSecret.ofBase32(s.base32()).equals(s)))
                .hasSize(100);
    }

    @Test
    void aSecretDoesNotPrint() {
        assertThat(TotpSecret.ofBase32("JBSWY3DPEHPK3PXP")).hasToString("TotpSecret[••••••]");
    }

    @Test
    void theUriSaysEverythingAndEscapesWhatItMust() {
        String uri =
                OtpAuthUri.of(
                        "Acme & Söhne",
                        "a+b@people.test",
                        TotpSecret.ofBase32("JBSWY3DPEHPK3PXP"),
                        TotpAlgorithm.SHA1);

        assertThat(uri)
                .isEqualTo(
                        "otpauth://totp/Acme%20%26%20S%C3%B6hne:a%2Bb%40people.test"
                                + "?secret=JBSWY3DPEHPK3PXP&issuer=Acme%20%26%20S%C3%B6hne"
                                + "&algorithm=SHA1&digits=6&period=30");
        assertThat(URI.create(uri).getPath()).isEqualTo("/Acme & Söhne:a+b@people.test");
    }
}
