package io.countersign.engine.open;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.countersign.challenge.Guess;
import io.countersign.challenge.Pending;
import io.countersign.challenge.SealedCode;
import io.countersign.challenge.Terms;
import io.countersign.engine.keys.GatewayKeys;
import io.countersign.events.content.OneTimeCode;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Draws, seals and compares codes; a sealed code serves only the challenge that it was drawn for.
 */
@Component
public class Codes {

    private final SecureRandom random;
    private final GatewayKeys keys;

    public Codes(SecureRandom random, GatewayKeys keys) {
        this.random = random;
        this.keys = keys;
    }

    public SealedCode draw(Terms terms) {
        return new SealedCode(keys.seal(OneTimeCode.next(random).digits(), place(terms)));
    }

    /** Empty when the code was sealed for another challenge, or was never sealed. */
    public Optional<OneTimeCode> open(SealedCode sealed, Terms terms) {
        return keys.open(sealed.bytes(), place(terms)).map(OneTimeCode::new);
    }

    /**
     * Whether the challenge still has the purpose and the deadline with which the gateway opened
     * it.
     */
    public boolean sealed(Pending challenge) {
        return open(challenge.code(), challenge.terms()).isPresent();
    }

    public Guess guess(OneTimeCode typed, Terms terms) {
        return expected -> open(expected, terms).filter(right -> same(right, typed)).isPresent();
    }

    private static boolean same(OneTimeCode right, OneTimeCode typed) {
        return MessageDigest.isEqual(
                right.digits().getBytes(UTF_8), typed.digits().getBytes(UTF_8));
    }

    private static String place(Terms terms) {
        return String.join(
                "\n",
                "code",
                terms.id().value(),
                terms.purpose().name(),
                terms.account(),
                terms.binding(),
                terms.openedAt().toString(),
                terms.deadline().toString());
    }
}
