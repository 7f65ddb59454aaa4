package io.countersign.events.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.countersign.events.Channel;
import io.countersign.events.DeliveryRequested;
import io.countersign.events.Purpose;
import io.countersign.events.RouteStep;
import io.countersign.events.StepBinding;
import io.countersign.events.content.Destination;
import io.countersign.events.content.Message;
import io.countersign.events.content.OneTimeCode;
import io.countersign.events.content.StepContent;
import io.countersign.events.id.ChallengeId;
import io.countersign.events.id.HandOverToken;
import io.countersign.events.id.NoticeId;
import io.countersign.events.id.Subject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SealingTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Instant DEADLINE = NOON.plusSeconds(300);
    private static final Subject CHALLENGE = ChallengeId.next(RANDOM);

    private final KeysetHandle keyset = keyset();
    private final StepSealer sealer = new StepSealer(Map.of(Channel.SMS, new SealingKeys(keyset)));
    private final StepOpener opener = new StepOpener(new SealingKeys(keyset));
    private final StepContent content =
            StepContent.single(
                    new Destination("+12015550123"),
                    new Message.Code(new OneTimeCode("042137")),
                    "de",
                    Duration.ofSeconds(30));

    @Test
    void whatIsSealedOpens() {
        assertThat(opener.open(request(seal(content))))
                .isEqualTo(new OpenedStep.Authentic(content));
    }

    @Test
    @Tag("SECURITY-23")
    void theSealShowsNeitherCodeNorNumber() {
        String wire = new String(seal(content).sealed(), StandardCharsets.ISO_8859_1);

        assertThat(wire)
                .doesNotContain("042137")
                .doesNotContain("12015550123")
                .doesNotContain("de\"");
    }

    static Stream<StepBinding> placesItWasNotSealedFor() {
        return Stream.of(
                new StepBinding(Purpose.ENROLMENT, CHALLENGE, 1, 0, 1, Channel.SMS, DEADLINE),
                new StepBinding(
                        Purpose.SIGN_IN, ChallengeId.next(RANDOM), 1, 0, 1, Channel.SMS, DEADLINE),
                new StepBinding(
                        Purpose.SIGN_IN,
                        new NoticeId(CHALLENGE.value()),
                        1,
                        0,
                        1,
                        Channel.SMS,
                        DEADLINE),
                new StepBinding(Purpose.SIGN_IN, CHALLENGE, 2, 0, 1, Channel.SMS, DEADLINE),
                new StepBinding(Purpose.SIGN_IN, CHALLENGE, 1, 1, 2, Channel.SMS, DEADLINE),
                new StepBinding(Purpose.SIGN_IN, CHALLENGE, 1, 0, 2, Channel.SMS, DEADLINE),
                new StepBinding(Purpose.SIGN_IN, CHALLENGE, 1, 0, 1, Channel.VOICE, DEADLINE),
                new StepBinding(
                        Purpose.SIGN_IN, CHALLENGE, 1, 0, 1, Channel.SMS, DEADLINE.plusSeconds(1)));
    }

    @ParameterizedTest
    @MethodSource("placesItWasNotSealedFor")
    @Tag("SECURITY-30")
    void aStepThatWasMovedDoesNotOpen(StepBinding place) {
        RouteStep sealed = seal(content);
        RouteStep moved = new RouteStep(place.channel(), sealed.keyId(), sealed.sealed());
        RouteStep[] route = new RouteStep[place.stepCount()];
        java.util.Arrays.fill(route, moved);

        var request =
                new DeliveryRequested(
                        place.subject(),
                        place.purpose(),
                        NOON,
                        place.deadline(),
                        place.round(),
                        place.step(),
                        List.of(route),
                        null,
                        null);

        assertThat(opener.open(request)).isInstanceOf(OpenedStep.Rejected.class);
    }

    @Test
    @Tag("SECURITY-30")
    void aForgedOrAlteredStepDoesNotOpen() {
        byte[] altered = seal(content).sealed().clone();
        altered[altered.length - 1] ^= 1;
        String keyId = seal(content).keyId();

        assertThat(opener.open(request(new RouteStep(Channel.SMS, keyId, altered))))
                .isInstanceOf(OpenedStep.Rejected.class);
        assertThat(opener.open(request(new RouteStep(Channel.SMS, keyId, new byte[0]))))
                .isInstanceOf(OpenedStep.Rejected.class);
    }

    @Test
    @Tag("SECURITY-30")
    void aLaterStepOpensOnlyForWhoeverTheEarlierOneHandedOverTo() {
        HandOverToken baton = HandOverToken.next(RANDOM);
        var later =
                new StepContent(
                        content.destination(),
                        content.message(),
                        "de",
                        1,
                        Duration.ofSeconds(30),
                        baton,
                        null);
        var binding = new StepBinding(Purpose.SIGN_IN, CHALLENGE, 1, 1, 2, Channel.SMS, DEADLINE);
        RouteStep first = new RouteStep(Channel.VOICE, "00000000", new byte[] {1});
        var atFirst =
                new DeliveryRequested(
                        CHALLENGE,
                        Purpose.SIGN_IN,
                        NOON,
                        DEADLINE,
                        1,
                        0,
                        List.of(first, sealer.seal(later, binding)),
                        null,
                        null);

        assertThat(opener.open(atFirst.handOver(baton))).isEqualTo(new OpenedStep.Authentic(later));
        assertThat(opener.open(atFirst.handOver(null))).isInstanceOf(OpenedStep.Rejected.class);
        assertThat(opener.open(atFirst.handOver(HandOverToken.next(RANDOM))))
                .isInstanceOf(OpenedStep.Rejected.class);
    }

    @Test
    @Tag("RELIABILITY-16")
    void afterARotationTheOldKeyOpensAndTheNewOneSeals() throws GeneralSecurityException {
        RouteStep before = seal(content);
        KeysetHandle rotated =
                KeysetHandle.newBuilder(keyset)
                        .addEntry(
                                KeysetHandle.importKey(keyset().getPrimary().getKey())
                                        .makePrimary())
                        .build();
        StepOpener rotatedOpener = new StepOpener(new SealingKeys(rotated));
        RouteStep after =
                new StepSealer(Map.of(Channel.SMS, new SealingKeys(rotated)))
                        .seal(content, binding());

        assertThat(rotatedOpener.open(request(before)))
                .isEqualTo(new OpenedStep.Authentic(content));
        assertThat(rotatedOpener.open(request(after))).isEqualTo(new OpenedStep.Authentic(content));
        assertThat(after.keyId()).isNotEqualTo(before.keyId());
        assertThat(opener.open(request(after)))
                .isEqualTo(
                        new OpenedStep.Rejected(
                                "sealed with a key that is not in this channel's keyset"));
    }

    @Test
    @Tag("SECURITY-29")
    void aMissingKeyFileIsNamed(@TempDir Path folder) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SealingKeys.read(folder.resolve("seal-sms.json")))
                .withMessageContaining("seal-sms.json");
    }

    private RouteStep seal(StepContent step) {
        return sealer.seal(step, binding());
    }

    private static StepBinding binding() {
        return new StepBinding(Purpose.SIGN_IN, CHALLENGE, 1, 0, 1, Channel.SMS, DEADLINE);
    }

    private static DeliveryRequested request(RouteStep step) {
        return new DeliveryRequested(
                CHALLENGE, Purpose.SIGN_IN, NOON, DEADLINE, 1, 0, List.of(step), null, null);
    }

    private static KeysetHandle keyset() {
        try {
            return KeysetHandle.generateNew(
                    PredefinedAeadParameters.XAES_256_GCM_192_BIT_NONCE, AeadConfig2026.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
