package io.countersign.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.countersign.channel.kit.RunningWorker;
import io.countersign.channel.kit.Surroundings;
import io.countersign.channel.kit.TestGateway;
import io.countersign.events.Channel;
import io.countersign.events.DeliveryRequested;
import io.countersign.events.Progress;
import io.countersign.events.Statement;
import io.countersign.events.content.CallEnding;
import io.countersign.events.content.Message;
import io.countersign.events.id.ChallengeId;
import io.countersign.events.id.DeliveryId;
import io.countersign.twilio.TwilioCallback;
import io.countersign.twilio.TwilioStandIn;
import io.countersign.twilio.TwilioStandIn.Treatment;
import io.countersign.twilio.TwilioWorkerContract;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The whole worker on real Kafka and Redis. */
@ExtendWith(OutputCaptureExtension.class)
class VoiceWorkerTest extends TwilioWorkerContract {

    private static final String PATH = "/twilio/calls/";
    private static final Message CALL = new Message.CallingNumber();
    private static final Message SPOKEN = new Message.SpokenCode(TestGateway.CODE);

    VoiceWorkerTest() {
        super(Channel.VOICE);
    }

    @Override
    protected RunningWorker startWorker(Path keys) {
        return VoiceWorkerUnderTest.start(Surroundings.servers(), twilio, around.gateway(), keys);
    }

    @Override
    protected Treatment takes() {
        return TwilioStandIn.dial();
    }

    @Override
    protected DeliveryRequested request() {
        return request(CALL);
    }

    @Override
    protected String callbacks() {
        return VoiceWorkerUnderTest.CALLBACKS;
    }

    @Override
    protected String path(DeliveryId id) {
        return PATH + id.wire();
    }

    @Test
    void a_phone_rings_and_nobody_has_to_answer() {
        DeliveryId id = publish(CALL);
        around.awaitReport(id, Progress.SENT);

        hear(id, "initiated");
        assertThat(worker.progress(id)).isEqualTo(Progress.SENT);
        hear(id, "ringing");
        assertThat(worker.progress(id)).isEqualTo(Progress.RINGING);
        around.awaitReport(id, Progress.RINGING);
        hear(id, "no-answer");

        assertThat(worker.progress(id)).isEqualTo(Progress.DELIVERED);
        around.awaitReport(id, Progress.DELIVERED);
        assertThat(requests(id)).hasSize(1);
    }

    @Test
    void the_gateway_can_read_the_calls_ending_before_anybody_dials() {
        List<Optional<CallEnding>> atDialling = new CopyOnWriteArrayList<>();
        DeliveryRequested request = request();
        DeliveryId id = request.delivery(1);
        twilio.treats(
                exchange -> {
                    atDialling.add(stated(id));
                    TwilioStandIn.dial().apply(exchange);
                });
        around.publish(request);
        around.awaitReport(id, Progress.SENT);

        String from = requests(id).getFirst().form().getOrDefault("From", "");
        assertThat(atDialling).hasSize(1);
        assertThat(atDialling.getFirst())
                .contains(new CallEnding(from.substring(from.length() - 4)));
    }

    @Test
    void a_spoken_code_arrives_only_with_who_answers() {
        DeliveryId unanswered = publish(SPOKEN);
        DeliveryId answered = publish(SPOKEN);
        around.awaitReport(unanswered, Progress.SENT);
        around.awaitReport(answered, Progress.SENT);

        List.of("ringing", "no-answer").forEach(status -> hear(unanswered, status));
        List.of("ringing", "in-progress", "completed").forEach(status -> hear(answered, status));

        assertThat(worker.progress(unanswered)).isEqualTo(Progress.FAILED);
        assertThat(worker.progress(answered)).isEqualTo(Progress.DELIVERED);
        assertThat(stated(answered)).isEmpty();
    }

    @Test
    @Tag("RELIABILITY-8")
    void what_is_heard_before_the_call_is_recorded_is_kept() {
        twilio.treats(
                exchange -> {
                    TwilioStandIn.Seen call = twilio.seen().getLast();
                    DeliveryId id =
                            DeliveryId.parse(
                                    call.form()
                                            .getOrDefault("StatusCallback", "")
                                            .substring((callbacks() + PATH).length()));
                    hear(id, "ringing");
                    hear(id, "no-answer");
                    TwilioStandIn.dial().apply(exchange);
                });
        DeliveryId id = publish(CALL);

        around.awaitReport(id, Progress.DELIVERED);
        assertThat(worker.progress(id)).isEqualTo(Progress.DELIVERED);
    }

    @Test
    @Tag("SECURITY-18")
    @Tag("RELIABILITY-8")
    void callbacks_repeated_and_in_the_wrong_order_lead_to_the_same() {
        DeliveryId id = publish(CALL);
        around.awaitReport(id, Progress.SENT);

        for (String status : List.of("no-answer", "ringing", "initiated", "no-answer", "ringing")) {
            hear(id, status);
        }

        assertThat(worker.progress(id)).isEqualTo(Progress.DELIVERED);
    }

    @Test
    @Tag("SECURITY-18")
    void a_callback_that_twilio_did_not_sign_changes_nothing() {
        DeliveryId id = publish(CALL);
        DeliveryId other = publish(CALL);
        around.awaitReport(id, Progress.SENT);
        TwilioCallback callback = callbackFor(id, "busy");
        String path = path(id);
        String right = callback.signature(TwilioStandIn.TOKEN);

        assertThat(worker.postForm(path, callback.form()).statusCode()).isEqualTo(403);
        assertThat(post(path, callback.form(), callback.signature("other")).statusCode())
                .isEqualTo(403);
        assertThat(post(path, callbackFor(id, "ringing").form(), right).statusCode())
                .isEqualTo(403);
        assertThat(post(path, callback.form() + "&Extra=1", right).statusCode()).isEqualTo(403);
        assertThat(post(path(other), callback.form(), right).statusCode()).isEqualTo(403);

        assertThat(worker.progress(id)).isEqualTo(Progress.SENT);
    }

    @Test
    void a_call_that_nobody_placed_and_a_status_that_nobody_knows_are_ignored() {
        DeliveryId id = publish(CALL);
        around.awaitReport(id, Progress.SENT);

        hear(id, "teleported");
        hear(around.gateway().unrecorded(Channel.VOICE).delivery(1), "ringing");

        assertThat(worker.progress(id)).isEqualTo(Progress.SENT);
    }

    @Test
    void health_tells_how_many_numbers_are_well() {
        assertThat(worker.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        assertThat(worker.get("/actuator/health").body())
                .contains("\"numbers\":{\"details\":{\"well\":100,\"resting\":[]}");
    }

    @Test
    @Tag("SECURITY-23")
    void neither_codes_nor_numbers_are_in_logs_topics_or_redis(CapturedOutput output) {
        for (var treatment :
                List.of(
                        TwilioStandIn.dial(),
                        TwilioStandIn.refuse(400, 21211),
                        TwilioStandIn.answerWith(500, "+12015550123 042137"))) {
            twilio.treats(treatment);
            for (Message message : List.of(CALL, SPOKEN)) {
                DeliveryId id = publish(message);
                await().until(() -> !around.reports(id).isEmpty());
                hear(id, "failed");
            }
        }

        assertThat(output.getAll()).contains("outcome=accepted").contains("outcome=refused");
        assertHoldsNothing(output.getAll());
        around.heardTexts().forEach(VoiceWorkerTest::assertHoldsNothing);
        around.keptTexts("*").forEach(VoiceWorkerTest::assertHoldsNothing);
    }

    private static void assertHoldsNothing(String text) {
        assertThat(text)
                .doesNotContain(TestGateway.CODE.digits())
                .doesNotContain("0, 4, 2, 1, 3, 7")
                .doesNotContain(TestGateway.PHONE.value().substring(1))
                .doesNotContain("1212555")
                .doesNotContain(TwilioStandIn.TOKEN);
    }

    private Optional<CallEnding> stated(DeliveryId id) {
        return around.statement((ChallengeId) id.subject(), Statement.Calling.name(id))
                .filter(Statement.Calling.class::isInstance)
                .map(statement -> ((Statement.Calling) statement).ending());
    }

    private DeliveryRequested request(Message message) {
        return around.gateway().request(message, Channel.VOICE);
    }

    private DeliveryId publish(Message message) {
        return around.publish(request(message));
    }

    private void hear(DeliveryId id, String status) {
        assertThat(post(id, callbackFor(id, status)).statusCode()).isEqualTo(204);
    }

    private TwilioCallback callbackFor(DeliveryId id, String status) {
        return TwilioCallback.call(callbacks() + path(id), TwilioStandIn.CALL_SID, status);
    }
}
