package io.countersign.sms.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.channel.kit.RecipientTroubleContract;
import io.countersign.channel.kit.TestGateway;
import io.countersign.channel.send.ChannelSender;
import io.countersign.channel.send.Concerned;
import io.countersign.channel.send.DeliveryOutcome.Accepted;
import io.countersign.channel.send.DeliveryOutcome.Refused;
import io.countersign.channel.send.DeliveryOutcome.Unavailable;
import io.countersign.channel.send.DeliveryOutcome.Uncertain;
import io.countersign.events.FailureReason;
import io.countersign.events.content.Destination;
import io.countersign.sms.text.SmsTexts;
import io.countersign.twilio.OperationDescription;
import io.countersign.twilio.TwilioSenderContract;
import io.countersign.twilio.TwilioStandIn;
import io.countersign.twilio.TwilioStandIn.Treatment;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TwilioSmsSenderTest extends TwilioSenderContract implements RecipientTroubleContract {

    @Override
    public List<Runnable> troublesOfOne() {
        return List.of(
                () -> twilio.treats(TwilioStandIn.refuse(429, 14107, "30")),
                () -> twilio.treats(TwilioStandIn.refuse(400, 14107)),
                () -> twilio.treats(TwilioStandIn.refuse(429, 60203)));
    }

    @Override
    public void wellAgain() {
        twilio.treats(TwilioStandIn.accept());
    }

    @Override
    public Destination anotherRecipient() {
        return new Destination("+12015550124");
    }

    private static final String NUMBER = "+12015550199";
    private static final String SERVICE = "MG0123456789abcdef0123456789abcdef";

    @Override
    protected Treatment takes() {
        return TwilioStandIn.accept();
    }

    @Test
    void theRequestIsWhatTwiliosDescriptionAsksFor() {
        assertThat(sender(NUMBER).send(message())).isEqualTo(new Accepted(TwilioStandIn.SID));

        TwilioStandIn.Seen request = twilio.seen().getFirst();
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.path())
                .isEqualTo("/2010-04-01/Accounts/" + TwilioStandIn.ACCOUNT + "/Messages.json");
        assertThat(request.authorization()).isEqualTo("Basic " + credentials());
        assertThat(request.form())
                .isEqualTo(
                        Map.of(
                                "To",
                                "+12015550123",
                                "From",
                                NUMBER,
                                "Body",
                                "Your code: 042137. Never share it with anyone.\n"
                                        + "@login.example.com #042137",
                                "ValidityPeriod",
                                "120",
                                "StatusCallback",
                                "https://sms.example.com/twilio/status/" + DELIVERY));
        OperationDescription.read("/twilio/create-message.json").assertAccepts(request);
    }

    @Test
    void aMessagingServiceSendsInsteadOfANumber() {
        sender(SERVICE).send(message());

        TwilioStandIn.Seen request = twilio.seen().getFirst();
        assertThat(request.form()).containsEntry("MessagingServiceSid", SERVICE);
        assertThat(request.form()).doesNotContainKey("From");
        OperationDescription.read("/twilio/create-message.json").assertAccepts(request);
    }

    @ParameterizedTest
    @CsvSource({"PT0.4S,1", "PT10.9S,10", "PT72H,36000"})
    void theValidityPeriodIsWhatIsLeftWithinTwiliosBounds(Duration left, String seconds) {
        sender(NUMBER).send(messageThatCounts(left));

        assertThat(twilio.seen().getFirst().form()).containsEntry("ValidityPeriod", seconds);
    }

    @ParameterizedTest
    @CsvSource({
        "21211,DESTINATION_INVALID",
        "21214,DESTINATION_INVALID",
        "21217,DESTINATION_INVALID",
        "21265,DESTINATION_INVALID",
        "21266,DESTINATION_INVALID",
        "21408,REGION_NOT_SERVED",
        "21608,REGION_NOT_SERVED",
        "21610,BLOCKED_BY_RECIPIENT",
        "21612,REGION_NOT_SERVED",
        "21614,DESTINATION_INVALID",
        "21635,DESTINATION_INVALID",
        "60200,DESTINATION_INVALID"
    })
    void aCodeAboutTheDestinationIsARefusalWithItsReason(int code, FailureReason reason) {
        assertThat(sendWhile(TwilioStandIn.refuse(400, code)))
                .isEqualTo(new Refused(reason, "status=400 code=" + code));
    }

    @ParameterizedTest
    @CsvSource({
        "400,21606",
        "400,21212",
        "400,21603",
        "400,21617",
        "400,99999",
        "403,20005",
        "404,20404",
        "429,21611"
    })
    void anyOtherCodeWithA4xxMeansThatItWasNotTaken(int status, int code) {
        assertNotTaken(status, code);
    }

    @Test
    void wrongCredentialsAreNotTriedAgainForAWhile() {
        assertThat(sendWhile(TwilioStandIn.refuse(401, 20003)))
                .isEqualTo(
                        new Unavailable(
                                Concerned.PROVIDER,
                                Duration.ofSeconds(30),
                                "status=401 code=20003 wrong credentials"));
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504, 301, 200, 201})
    void anAnswerThatIsNotTwiliosMayMeanThatItWasTaken(int status) {
        assertThat(sendWhile(TwilioStandIn.answerWith(status, "<html>gateway</html>")))
                .isInstanceOf(Uncertain.class);
        assertThat(requestsSeen()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}"})
    void aSuccessWithoutASidIsUncertain(String body) {
        assertThat(sendWhile(TwilioStandIn.answerWith(201, body))).isInstanceOf(Uncertain.class);
    }

    @ParameterizedTest
    @CsvSource({"soon,", "-1,", "999999999,PT5M"})
    @Tag("RELIABILITY-6")
    void anOddRetryAfterIsKeptWithinReason(String header, Duration rest) {
        assertThat(sendWhile(TwilioStandIn.refuse(429, 20429, header)))
                .isEqualTo(new Unavailable(Concerned.PROVIDER, rest, "status=429 code=20429"));
    }

    @Test
    void anAddressThatDoesNotResolveHasCertainlyNotTakenIt() {
        assertThat(sender("http://twilio.invalid", NUMBER).send(message()))
                .isInstanceOf(Unavailable.class);
    }

    @Test
    @Tag("SECURITY-23")
    void noOutcomeQuotesTheNumber() {
        assertThat(sendWhile(TwilioStandIn.refuse(400, 21211)).toString())
                .doesNotContain(TestGateway.PHONE.value());
    }

    @Override
    public ChannelSender sender() {
        return sender(NUMBER);
    }

    private ChannelSender sender(String from) {
        return sender(twilio.url(), from);
    }

    private static ChannelSender sender(String url, String from) {
        TwilioSmsSettings settings =
                new TwilioSmsSettings(
                        true,
                        url,
                        TwilioStandIn.ACCOUNT,
                        TwilioStandIn.TOKEN,
                        from,
                        "https://sms.example.com");
        return new TwilioSmsSender(settings, new SmsTexts("login.example.com"), Clock.systemUTC());
    }

    private static String credentials() {
        return Base64.getEncoder()
                .encodeToString(
                        (TwilioStandIn.ACCOUNT + ":" + TwilioStandIn.TOKEN)
                                .getBytes(StandardCharsets.US_ASCII));
    }
}
