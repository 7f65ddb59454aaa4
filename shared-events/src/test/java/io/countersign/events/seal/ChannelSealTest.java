package io.countersign.events.seal;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.countersign.events.Channel;
import io.countersign.events.Statement;
import io.countersign.events.content.CallEnding;
import io.countersign.events.id.ChallengeId;
import io.countersign.events.id.DeliveryId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("SECURITY-30")
class ChannelSealTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final ChallengeId CHALLENGE = ChallengeId.next(RANDOM);
    private static final DeliveryId DELIVERY = new DeliveryId(CHALLENGE, 1, 0, 1);

    private final SealingKeys keys = keys();
    private final ChannelSeal seal = new ChannelSeal(Channel.TELEGRAM, keys);

    static Stream<Statement> statements() {
        return Stream.of(
                new Statement.Calling(DELIVERY, new CallEnding("0042")),
                new Statement.Decision(DELIVERY, 47),
                new Statement.Decision(DELIVERY, null),
                new Statement.Linked(CHALLENGE, 1L << 40, 1L << 40, "Anna 🌻", null),
                new Statement.Reach(1L << 40, true, Instant.parse("2026-11-22T12:34:56Z")));
    }

    @ParameterizedTest
    @MethodSource("statements")
    void a_statement_opens_where_it_belongs(Statement statement) {
        byte[] sealed = seal.seal(statement, CHALLENGE);

        assertThat(seal.openStatement(sealed, CHALLENGE, statement.name())).contains(statement);
    }

    @ParameterizedTest
    @MethodSource("statements")
    void a_statement_opens_nowhere_else(Statement statement) {
        byte[] sealed = seal.seal(statement, CHALLENGE);

        assertThat(seal.openStatement(sealed, ChallengeId.next(RANDOM), statement.name()))
                .isEmpty();
        assertThat(seal.openStatement(sealed, CHALLENGE, "another")).isEmpty();
        assertThat(
                        new ChannelSeal(Channel.VOICE, keys)
                                .openStatement(sealed, CHALLENGE, statement.name()))
                .isEmpty();
        assertThat(
                        new ChannelSeal(Channel.TELEGRAM, keys())
                                .openStatement(sealed, CHALLENGE, statement.name()))
                .isEmpty();
    }

    @Test
    void whether_somebody_can_be_reached_keeps_its_form_on_the_wire() {
        Instant at = Instant.parse("2026-11-22T12:34:56Z");
        byte[] sealed = seal.seal(new Statement.Reach(7, false, at), CHALLENGE);

        assertThat(seal.open(sealed, "statement\n" + CHALLENGE.wire() + "\nreach"))
                .contains(
                        """
                        {"kind":"reach","user":7,"reachable":false,"at":"2026-11-22T12:34:56Z"}""");
    }

    @Test
    void what_nobody_sealed_does_not_open() {
        byte[] forged = "{\"kind\":\"decision\"}".getBytes(StandardCharsets.UTF_8);

        assertThat(seal.openStatement(forged, CHALLENGE, Statement.Decision.NAME)).isEmpty();
        assertThat(seal.openStatement(new byte[0], CHALLENGE, Statement.Decision.NAME)).isEmpty();
    }

    @Test
    @Tag("SECURITY-23")
    void the_seal_shows_nothing() {
        byte[] sealed =
                seal.seal(new Statement.Calling(DELIVERY, new CallEnding("7319")), CHALLENGE);

        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("7319");
    }

    private static SealingKeys keys() {
        try {
            return new SealingKeys(
                    KeysetHandle.generateNew(
                            PredefinedAeadParameters.XAES_256_GCM_192_BIT_NONCE,
                            AeadConfig2026.get()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
