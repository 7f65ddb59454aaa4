package io.countersign.simulator.twilio.messaging;

import static io.countersign.simulator.Simulator.ACCOUNT_SID;
import static io.countersign.simulator.Simulator.AUTH_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.twilio.exception.ApiException;
import com.twilio.http.NetworkHttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.type.PhoneNumber;
import io.countersign.simulator.RunningSimulator;
import io.countersign.simulator.Simulator;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Uses the simulator through Twilio's own library. */
@RunningSimulator
class TwilioSdkTest {

    private static final PhoneNumber FROM = new PhoneNumber(Simulator.FROM);

    private final Simulator simulator;
    private final TwilioRestClient twilio;

    TwilioSdkTest(@LocalServerPort int port) {
        simulator = new Simulator(port);
        twilio = client(AUTH_TOKEN);
    }

    @Test
    void a_message_is_created_fetched_and_listed() {
        PhoneNumber to = new PhoneNumber(Simulator.freshNumber());

        Message created =
                Message.creator(to, FROM, "Your code is 482913")
                        .setValidityPeriod(120)
                        .create(twilio);

        assertThat(created.getStatus()).isEqualTo(Message.Status.QUEUED);
        assertThat(created.getDirection()).isEqualTo(Message.Direction.OUTBOUND_API);
        assertThat(created.getDateCreated()).isNotNull();
        await().untilAsserted(
                        () ->
                                assertThat(
                                                Message.fetcher(created.getSid())
                                                        .fetch(twilio)
                                                        .getStatus())
                                        .isEqualTo(Message.Status.DELIVERED));
        assertThat(Message.reader().setTo(to).read(twilio))
                .extracting(Message::getBody)
                .containsExactly("Your code is 482913");
        assertThat(simulator.received(to.toString()).at("/0/validityPeriod").asInt())
                .isEqualTo(120);
    }

    @Test
    void a_refusal_is_an_api_exception_with_its_code() {
        ApiException refusal = refusal(twilio, "+15005550001");

        assertThat(refusal.getStatusCode()).isEqualTo(400);
        assertThat(refusal.getCode()).isEqualTo(21211);
        assertThat(refusal.getMoreInfo()).isEqualTo("https://www.twilio.com/docs/errors/21211");
    }

    @Test
    void wrong_credentials_are_an_api_exception_with_code_20003() {
        ApiException refusal = refusal(client("wrong"), Simulator.freshNumber());

        assertThat(refusal.getStatusCode()).isEqualTo(401);
        assertThat(refusal.getCode()).isEqualTo(20003);
    }

    private static ApiException refusal(TwilioRestClient client, String to) {
        return catchThrowableOfType(
                ApiException.class,
                () -> Message.creator(new PhoneNumber(to), FROM, "Hello").create(client));
    }

    private TwilioRestClient client(String authToken) {
        return new TwilioRestClient.Builder(ACCOUNT_SID, authToken)
                .httpClient(new Rerouting(simulator))
                .build();
    }

    /** Sends to the simulator what is meant for Twilio. */
    private static final class Rerouting extends NetworkHttpClient {

        private final Simulator simulator;

        Rerouting(Simulator simulator) {
            this.simulator = simulator;
        }

        @Override
        public Response makeRequest(Request request) {
            String path = request.constructURL().getFile();
            Request rerouted = new Request(request.getMethod(), simulator.at(path).toString());
            rerouted.setContentType(request.getContentType());
            rerouted.setAuth(request.getUsername(), request.getPassword());
            request.getPostParams()
                    .forEach(
                            (name, values) ->
                                    values.forEach(value -> rerouted.addPostParam(name, value)));
            return super.makeRequest(rerouted);
        }
    }
}
