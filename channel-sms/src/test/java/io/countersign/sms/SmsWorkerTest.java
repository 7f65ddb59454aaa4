package io.countersign.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.countersign.channel.kit.RunningWorker;
import io.countersign.channel.kit.Surroundings;
import io.countersign.channel.kit.TestGateway;
import io.countersign.events.Channel;
import io.countersign.events.DeliveryRequested;
import io.countersign.events.Progress;
import io.countersign.events.WireEvent;
import io.countersign.events.id.DeliveryId;
import io.countersign.twilio.TwilioCallback;
import io.countersign.twilio.TwilioStandIn;
import io.countersign.twilio.TwilioStandIn.Treatment;
import io.countersign.twilio.TwilioWorkerContract;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The whole worker on real Kafka and Redis. */
@ExtendWith(OutputCaptureExtension.class)
class SmsWorkerTest extends TwilioWorkerContract {

    SmsWorkerTest() {
        super(Channel.SMS);
    }

    @Override
    protected RunningWorker startWorker(Path keys) {
        return SmsWorkerUnderTest.start(Surroundings.servers(), twilio, around.gateway(), keys);
    }

    @Override
    protected Treatment takes() {
        return TwilioStandIn.accept();
    }

    @Override
    protected DeliveryRequested request() {
        return around.gateway().request(Channel.SMS);
    }

    @Override
    protected String callbacks() {
        return SmsWorkerUnderTest.CALLBACKS;
    }

    @Override
    protected String path(DeliveryId id) {
        return "/twilio/status/" + id.wire();
    }

    @Test
    void aRequestedCodeIsSentAndItsArrivalReported() {
        DeliveryId id = publish();
        around.awaitReport(id, Progress.SENT);

        assertThat(callback(id, "delivered").statusCode()).isEqualTo(204);

        assertThat(worker.progress(id)).isEqualTo(Progress.DELIVERED);
        around.awaitReport(id, Progress.DELIVERED);
        assertThat(requests(id)).hasSize(1);
    }

    @Test
    @Tag("SECURITY-18")
    void aCallbackThatTwilioDidNotSignChangesNothing() {
        DeliveryId id = publish();
        around.awaitReport(id, Progress.SENT);
        TwilioCallback callback = callbackFor(id, "undelivered");
        String path = path(id);
        String right = callback.signature(TwilioStandIn.TOKEN);

        assertThat(worker.postForm(path, callback.form()).statusCode()).isEqualTo(403);
        assertThat(post(path, callback.form(), callback.signature("other")).statusCode())
                .isEqualTo(403);
        assertThat(post(path, callbackFor(id, "delivered").form(), right).statusCode())
                .isEqualTo(403);
        assertThat(post(path, callback.form() + "&Extra=1", right).statusCode()).isEqualTo(403);
        assertThat(post(path + "?Extra=1", callback.form(), right).statusCode()).isEqualTo(403);
        assertThat(post(path.replace(".1.0.1", ".2.0.1"), callback.form(), right).statusCode())
                .isEqualTo(403);

        assertThat(worker.progress(id)).isEqualTo(Progress.SENT);
    }

    @Test
    @Tag("SECURITY-18")
    @Tag("RELIABILITY-8")
    void callbacksRepeatedAndInTheWrongOrderAreHarmless() {
        DeliveryId id = publish();
        around.awaitReport(id, Progress.SENT);

        for (String status : List.of("delivered", "sent", "queued", "delivered", "undelivered")) {
            assertThat(callback(id, status).statusCode()).isEqualTo(204);
        }

        assertThat(worker.progress(id)).isEqualTo(Progress.DELIVERED);
    }

    @Test
    void anUnknownStatusIsIgnored() {
        DeliveryId id = publish();
        around.awaitReport(id, Progress.SENT);

        assertThat(callback(id, "teleported").statusCode()).isEqualTo(204);

        assertThat(worker.progress(id)).isEqualTo(Progress.SENT);
    }

    @Test
    void aMessageThatDidNotArriveSaysWhy() {
        DeliveryId id = publish();
        around.awaitReport(id, Progress.SENT);

        callback(id, "undelivered", "30006");

        assertThat(worker.progress(id)).isEqualTo(Progress.FAILED);
        around.awaitReport(id, Progress.FAILED);
    }

    @Test
    @Tag("RELIABILITY-12")
    void poisonGoesToTheDeadLettersAndTheQueueMovesOn() {
        WireEvent good = around.gateway().encode(request());
        byte[] poison = "{".getBytes(StandardCharsets.UTF_8);
        around.broker()
                .publish(around.requests(), "poison", new WireEvent(good.attributes(), poison));
        DeliveryId id = publish();

        around.awaitReport(id, Progress.SENT);
        await().untilAsserted(
                        () ->
                                assertThat(around.seen())
                                        .filteredOn(event -> event.data().length == 1)
                                        .hasSizeGreaterThanOrEqualTo(2));
    }

    @Test
    @Tag("RELIABILITY-28")
    void aRunningWorkerSaysThatItIsAlive() {
        await().until(() -> worker.alive(Channel.SMS) == 1);
    }

    @Test
    void healthTellsBrokerStoreAndProviderApart() {
        assertThat(worker.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        assertThat(worker.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        assertThat(worker.get("/actuator/health").body())
                .contains("\"broker\":{\"status\":\"UP\"}")
                .contains("\"redis\":{\"status\":\"UP\"}")
                .contains("\"provider\":{\"details\":{\"twilio\":");
    }

    @Test
    @Tag("SECURITY-23")
    void neitherCodeNorNumberIsInLogsTopicsOrRedis(CapturedOutput output) {
        for (var treatment :
                List.of(
                        TwilioStandIn.accept(),
                        TwilioStandIn.refuse(400, 21211),
                        TwilioStandIn.answerWith(500, "+12015550123 042137"))) {
            twilio.treats(treatment);
            DeliveryId id = publish();
            await().until(() -> !around.reports(id).isEmpty());
            callback(id, "undelivered", "30003");
        }

        assertThat(output.getAll()).contains("outcome=accepted").contains("outcome=refused");
        assertHoldsNothing(output.getAll());
        around.heardTexts().forEach(SmsWorkerTest::assertHoldsNothing);
        around.keptTexts("*").forEach(SmsWorkerTest::assertHoldsNothing);
    }

    private static void assertHoldsNothing(String text) {
        assertThat(text)
                .doesNotContain(TestGateway.CODE.digits())
                .doesNotContain(TestGateway.PHONE.value().substring(1))
                .doesNotContain(TwilioStandIn.TOKEN);
    }

    private DeliveryId publish() {
        return around.publish(request());
    }

    private HttpResponse<String> callback(DeliveryId id, String status, String... errorCode) {
        return post(id, callbackFor(id, status, errorCode));
    }

    private TwilioCallback callbackFor(DeliveryId id, String status, String... errorCode) {
        return TwilioCallback.message(callbacks() + path(id), TwilioStandIn.SID, status, errorCode);
    }
}
