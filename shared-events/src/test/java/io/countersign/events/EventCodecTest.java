package io.countersign.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.events.content.CallEnding;
import io.countersign.events.content.Destination;
import io.countersign.events.content.Fact;
import io.countersign.events.content.Message;
import io.countersign.events.content.NoticeKind;
import io.countersign.events.content.OneTimeCode;
import io.countersign.events.content.StepContent;
import io.countersign.events.id.ChallengeId;
import io.countersign.events.id.DeliveryId;
import io.countersign.events.id.HandOverToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class EventCodecTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00.250Z");
    private static final ChallengeId CHALLENGE = new ChallengeId("0123456789abcdefghijkl");

    private final EventCodec codec = new EventCodec("/countersign/test");

    private final DeliveryRequested request =
            new DeliveryRequested(
                    CHALLENGE,
                    Purpose.SIGN_IN,
                    NOON,
                    NOON.plusSeconds(300),
                    1,
                    0,
                    List.of(
                            new RouteStep(Channel.VOICE, "0000002a", new byte[] {1, 2, 3}),
                            new RouteStep(Channel.SMS, "0000002b", new byte[] {4, 5, 6})),
                    null,
                    "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");

    private final DeliveryReported report =
            new DeliveryReported(
                    new DeliveryId(CHALLENGE, 1, 0, 1),
                    Channel.SMS,
                    Progress.FAILED,
                    FailureReason.BLOCKED_BY_RECIPIENT,
                    "twilio",
                    NOON);

    private final StatementMade stated =
            new StatementMade(CHALLENGE, Channel.TELEGRAM, "decision", NOON);

    @Test
    @Tag("RELIABILITY-21")
    void aRequestHasTheGoldenFormOfItsVersion() throws IOException {
        assertGolden(codec.encode(request), "delivery.requested.v1");
    }

    @Test
    @Tag("RELIABILITY-21")
    void aReportHasTheGoldenFormOfItsVersion() throws IOException {
        assertGolden(codec.encode(report), "delivery.reported.v1");
    }

    @Test
    @Tag("RELIABILITY-21")
    void aStatementHasTheGoldenFormOfItsVersionAndIsReadBack() throws IOException {
        assertGolden(codec.encode(stated), "statement.made.v1");
        assertThat(codec.decodeStatementMade(golden("statement.made.v1")))
                .isEqualTo(new Decoded.Event<>(stated));
    }

    @Test
    @Tag("RELIABILITY-21")
    void theGoldenRequestIsReadBack() throws IOException {
        var read = codec.decodeRequested(golden("delivery.requested.v1"));

        assertThat(read).isInstanceOf(Decoded.Event.class);
        DeliveryRequested event = ((Decoded.Event<DeliveryRequested>) read).value();
        assertThat(event).usingRecursiveComparison().isEqualTo(request);
    }

    @Test
    @Tag("RELIABILITY-21")
    void theGoldenReportIsReadBack() throws IOException {
        var read = codec.decodeReported(golden("delivery.reported.v1"));

        assertThat(read).isEqualTo(new Decoded.Event<>(report));
    }

    @Test
    @Tag("RELIABILITY-21")
    void aFieldOfALaterWriterIsPassedOver() throws IOException {
        WireEvent event = golden("delivery.reported.v1");
        String json = new String(event.data(), StandardCharsets.UTF_8);
        byte[] longer =
                json.replaceFirst("\\{", "{\"later\":{\"x\":1},").getBytes(StandardCharsets.UTF_8);

        assertThat(codec.decodeReported(new WireEvent(event.attributes(), longer)))
                .isEqualTo(new Decoded.Event<>(report));
    }

    @Tag("RELIABILITY-12")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{}",
                "{\"subject\":\"challenge:x\"}",
                "\u0000",
                "{\"route\":[]}",
                "{\"subject\":\"challenge:0123456789abcdefghijkl\",\"purpose\":\"SIGN_IN\"}"
            })
    void whatIsNotARequestSaysSo(String data) {
        WireEvent event = codec.encode(request);
        WireEvent broken = new WireEvent(event.attributes(), data.getBytes(StandardCharsets.UTF_8));

        assertThat(codec.decodeRequested(broken)).isInstanceOf(Decoded.Unreadable.class);
    }

    @Test
    @Tag("RELIABILITY-12")
    void anUnknownVersionSaysSo() {
        WireEvent event = codec.encode(request);
        Map<String, String> attributes = new HashMap<>(event.attributes());
        attributes.put("type", "io.countersign.delivery.requested.v2");

        assertThat(codec.decodeRequested(new WireEvent(attributes, event.data())))
                .isEqualTo(new Decoded.Unreadable<>("unknown type or version"));
    }

    @Test
    @Tag("SECURITY-23")
    void nothingSecretPrints() {
        var content =
                StepContent.single(
                        new Destination("+12015550123"),
                        new Message.Code(new OneTimeCode("042137")),
                        "en",
                        java.time.Duration.ofSeconds(30));

        assertThat(content.toString()).doesNotContain("042137").doesNotContain("5550");
        var link =
                new Message.Notice(
                        NoticeKind.ALREADY_REGISTERED, Map.of(Fact.LINK, "https://x/?t=042137"));
        var calling =
                new Statement.Calling(new DeliveryId(CHALLENGE, 1, 0, 1), new CallEnding("4213"));
        assertThat(link.toString() + calling).doesNotContain("042137").doesNotContain("4213");
        assertThat(new HandOverToken("0123456789abcdefghijkl").toString()).doesNotContain("0123");
    }

    private void assertGolden(WireEvent event, String name) throws IOException {
        WireEvent golden = golden(name);
        assertThat(event.attributes()).isEqualTo(golden.attributes());
        JsonMapper json = new JsonMapper();
        assertThat(json.readTree(event.data())).isEqualTo(json.readTree(golden.data()));
    }

    private static WireEvent golden(String name) throws IOException {
        return new WireEvent(attributes(name), resource(name + ".json"));
    }

    private static Map<String, String> attributes(String name) throws IOException {
        Map<String, String> attributes = new HashMap<>();
        new String(resource(name + ".headers"), StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.split(": ", 2))
                .forEach(pair -> attributes.put(pair[0], pair[1]));
        return attributes;
    }

    private static byte[] resource(String name) throws IOException {
        try (var in = EventCodecTest.class.getResourceAsStream("/golden/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }
}
