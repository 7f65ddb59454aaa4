package io.countersign.voice.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.channel.kit.TestGateway;
import io.countersign.channel.send.ChannelSender;
import io.countersign.channel.send.DeliveryOutcome.Accepted;
import io.countersign.channel.send.DeliveryOutcome.Late;
import io.countersign.channel.send.DeliveryOutcome.Refused;
import io.countersign.channel.send.DeliveryOutcome.Uncertain;
import io.countersign.channel.send.OutgoingMessage;
import io.countersign.channel.send.SendWindow;
import io.countersign.events.FailureReason;
import io.countersign.events.content.Message;
import io.countersign.test.MovableClock;
import io.countersign.twilio.OperationDescription;
import io.countersign.twilio.TwilioAccount;
import io.countersign.twilio.TwilioSenderContract;
import io.countersign.twilio.TwilioStandIn;
import io.countersign.twilio.TwilioStandIn.Treatment;
import io.countersign.voice.TestPool;
import io.countersign.voice.call.CallBench;
import io.countersign.voice.call.Switchboard;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TwilioCallSenderTest extends TwilioSenderContract {

    private static final Message SPOKEN = new Message.SpokenCode(TestGateway.CODE);

    private final CallBench bench = new CallBench(TestPool.ofHundred());

    @Override
    protected Treatment takes() {
        return TwilioStandIn.dial();
    }

    @Override
    protected Message content() {
        return new Message.CallingNumber();
    }

    @Test
    void the_request_is_what_twilios_description_asks_for() {
        assertThat(sender().send(message())).isEqualTo(new Accepted(TwilioStandIn.CALL_SID));

        TwilioStandIn.Seen request = twilio.seen().getFirst();
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.path())
                .isEqualTo("/2010-04-01/Accounts/" + TwilioStandIn.ACCOUNT + "/Calls.json");
        assertThat(request.form())
                .containsAllEntriesOf(
                        Map.of(
                                "To",
                                "+12015550123",
                                "Timeout",
                                "20",
                                "StatusCallback",
                                "https://voice.example.com/twilio/calls/" + DELIVERY,
                                "StatusCallbackEvent",
                                "initiated ringing answered completed"));
        assertThat(request.form().get("From")).isIn(TestPool.ofHundred());
        assertThat(request.form().get("Twiml")).endsWith("<Response><Hangup/></Response>");
        assertThat(request.form()).hasSize(6);
        description().assertAccepts(request);
    }

    @ParameterizedTest
    @CsvSource({
        "en,en-US,Your code is",
        "en-GB,en-US,Your code is",
        "de-AT,de-DE,Ihr Code",
        "es,es-ES,Su clave",
        "ru,ru-RU,Ваш код",
        "fr,en-US,Your code is"
    })
    void a_spoken_code_is_read_digit_by_digit_twice_in_the_persons_language(
            String locale, String language, String words) {
        sender().send(spoken(locale));

        TwilioStandIn.Seen request = twilio.seen().getFirst();
        assertThat(request.form().get("Twiml"))
                .contains("<Say language=\"" + language + "\">" + words)
                .containsSubsequence("0, 4, 2, 1, 3, 7", "0, 4, 2, 1, 3, 7")
                .doesNotContain(TestGateway.CODE.digits())
                .hasSizeLessThan(4_000);
        description().assertAccepts(request);
    }

    @ParameterizedTest
    @CsvSource({"PT0.4S,1", "PT10.9S,10", "PT72H,20"})
    void a_phone_rings_no_longer_than_the_answer_would_count(Duration left, String seconds) {
        sender().send(messageThatCounts(left));

        assertThat(twilio.seen().getFirst().form()).containsEntry("Timeout", seconds);
    }

    @ParameterizedTest
    @CsvSource({
        "21211,DESTINATION_INVALID",
        "21214,DESTINATION_INVALID",
        "21217,DESTINATION_INVALID",
        "21215,REGION_NOT_SERVED",
        "21216,REGION_NOT_SERVED",
        "21219,REGION_NOT_SERVED"
    })
    void a_code_about_the_callee_is_a_refusal_with_its_reason(int code, FailureReason reason) {
        assertThat(sendWhile(TwilioStandIn.refuse(400, code)))
                .isEqualTo(new Refused(reason, "status=400 code=" + code));
        assertThat(bench.resting()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {21210, 21212})
    void a_number_that_twilio_does_not_let_us_call_from_rests(int code) {
        assertThat(sendWhile(TwilioStandIn.refuse(400, code)))
                .isEqualTo(
                        new Refused(FailureReason.PROVIDER_UNAVAILABLE, "status=400 code=" + code));

        assertThat(bench.resting())
                .extracting(number -> number.value())
                .containsExactly(twilio.seen().getFirst().form().get("From"));
    }

    @ParameterizedTest
    @CsvSource({"400,10004", "400,99999", "403,20005", "404,20404", "429,20429"})
    void any_other_code_with_a_4xx_means_that_nobody_was_called(int status, int code) {
        assertNotTaken(status, code);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 301, 200, 201})
    void an_answer_that_is_not_twilios_may_mean_that_a_phone_rings(int status) {
        assertThat(sendWhile(TwilioStandIn.answerWith(status, "<html>gateway</html>")))
                .isInstanceOf(Uncertain.class);
    }

    @Test
    void a_call_that_was_not_taken_goes_out_again_from_the_same_number() {
        sendWhile(TwilioStandIn.refuse(429, 20429));
        assertThat(sendWhile(TwilioStandIn.dial())).isInstanceOf(Accepted.class);

        assertThat(twilio.seen()).extracting(call -> call.form().get("From")).hasSize(2);
        assertThat(twilio.seen())
                .extracting(call -> call.form().get("From"))
                .containsOnly(twilio.seen().getFirst().form().get("From"));
    }

    @Test
    void nobody_is_dialled_when_finding_a_number_took_all_the_time() {
        MovableClock clock = new MovableClock();
        OutgoingMessage message = message();
        SendWindow window =
                SendWindow.since(
                        clock::nanos, clock.nanos(), message.validity(), message.timeout());
        CallBench late =
                new CallBench(TestPool.ofHundred(), () -> clock.advance(message.timeout()));

        assertThat(
                        sender(late.board())
                                .send(
                                        new OutgoingMessage(
                                                message.delivery(),
                                                message.destination(),
                                                message.message(),
                                                message.locale(),
                                                window)))
                .isEqualTo(new Late());
        assertThat(requestsSeen()).isZero();
    }

    @Test
    @Tag("SECURITY-23")
    void no_outcome_quotes_a_number() {
        assertThat(sendWhile(TwilioStandIn.refuse(400, 21211)).toString())
                .doesNotContain(TestGateway.PHONE.value())
                .doesNotContain("+1212");
    }

    private OutgoingMessage spoken(String locale) {
        OutgoingMessage message = message();
        return new OutgoingMessage(
                message.delivery(),
                message.destination(),
                SPOKEN,
                Locale.forLanguageTag(locale),
                message.validity(),
                message.timeout());
    }

    @Override
    public ChannelSender sender() {
        return sender(bench.board());
    }

    private ChannelSender sender(Switchboard board) {
        return new TwilioCallSender(
                new TwilioAccount(
                        twilio.url(),
                        TwilioStandIn.ACCOUNT,
                        TwilioStandIn.TOKEN,
                        "https://voice.example.com"),
                Duration.ofSeconds(20),
                board,
                Clock.systemUTC());
    }

    private static OperationDescription description() {
        return OperationDescription.read("/twilio/create-call.json");
    }
}
