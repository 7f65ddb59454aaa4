package io.countersign.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.gateway.ApiClient;
import io.countersign.gateway.ApiClient.Answer;
import io.countersign.gateway.FakeWorkers;
import io.countersign.gateway.GatewayTest;
import io.countersign.test.AtOnce;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

class RotatedSessionsTest extends GatewayTest {

    private static final int ROTATIONS = 20;
    private static final int[] CONNECTIONS = {1, 4, 10};
    private static final String OTHER = "another one only for tests";

    @Autowired private FakeWorkers workers;

    /** A session that is about to be given another id. */
    record Stage(ApiClient client, Person person) {}

    /** Why a session is given another id. */
    enum Cause {
        SECOND_FACTOR {
            @Override
            List<Stage> stages(RotatedSessionsTest test) {
                return AtOnce.times(ROTATIONS, _ -> test.awaitingSms());
            }

            @Override
            ApiClient rotate(RotatedSessionsTest test, Stage stage, int turn) {
                stage.client().answer(test.inbox.code(stage.person().phone(), 1)).assertDone();
                return stage.client();
            }
        },
        ONE_OF_THIRTY_RIGHT_ANSWERS {
            @Override
            List<Stage> stages(RotatedSessionsTest test) {
                return AtOnce.times(ROTATIONS, _ -> test.awaitingSms());
            }

            @Override
            ApiClient rotate(RotatedSessionsTest test, Stage stage, int turn) {
                return test.oneOfThirty(stage);
            }
        },
        TELEGRAM {
            @Override
            List<Stage> stages(RotatedSessionsTest test) {
                return AtOnce.times(ROTATIONS, _ -> test.confirmedInTelegram());
            }

            @Override
            ApiClient rotate(RotatedSessionsTest test, Stage stage, int turn) {
                stage.client().post("/api/v1/challenge/finish", Map.of()).assertDone();
                return stage.client();
            }
        },
        FACTOR_CHANGE {
            @Override
            ApiClient rotate(RotatedSessionsTest test, Stage stage, int turn) {
                String path = "/api/v1/telegram/" + (turn % 2 == 0 ? "off" : "on");
                stage.client().post(path, Map.of("password", PASSWORD)).assertDone();
                return stage.client();
            }
        },
        PASSWORD_CHANGE {
            @Override
            ApiClient rotate(RotatedSessionsTest test, Stage stage, int turn) {
                String now = turn % 2 == 0 ? PASSWORD : OTHER;
                String next = turn % 2 == 0 ? OTHER : PASSWORD;
                stage.client()
                        .post("/api/v1/password", Map.of("password", now, "newPassword", next))
                        .assertDone();
                return stage.client();
            }
        };

        /** The same session again and again, unless the cause needs another each time. */
        List<Stage> stages(RotatedSessionsTest test) {
            return Collections.nCopies(ROTATIONS, test.signedIn());
        }

        /** The client that holds the new id. */
        abstract ApiClient rotate(RotatedSessionsTest test, Stage stage, int turn);
    }

    @ParameterizedTest
    @EnumSource
    @Tag("SECURITY-31")
    void the_old_id_is_dead_for_all_who_ask_with_it_and_the_new_one_is_signed_in(Cause cause)
            throws InterruptedException {
        for (int connections : CONNECTIONS) {
            List<Stage> stages = cause.stages(this);
            for (int turn = 0; turn < ROTATIONS; turn++) {
                Stage stage = stages.get(turn);
                ApiClient old = stage.client().copy();
                try (Polling polling = new Polling(connections, old.visitor())) {
                    ApiClient now = cause.rotate(this, stage, turn);

                    assertThat(polling.signedInFromNowOn()).as("old id, turn %s", turn).isZero();
                    assertThat(now.standing()).as("turn %s", turn).isEqualTo("SIGNED_IN");
                    assertThat(now.visitor().cookie("__Host-countersign"))
                            .isNotEqualTo(old.visitor().cookie("__Host-countersign"));
                }
                assertThat(old.standing()).isEqualTo("STRANGER");
            }
        }
    }

    private Stage awaitingSms() {
        Person person = person();
        ApiClient client = client();
        client.signIn(person.email(), PASSWORD);
        inbox.code(person.phone(), 1);
        return new Stage(client, person);
    }

    private Stage confirmedInTelegram() {
        Person person = person();
        String chat = linkTelegram(person);
        ApiClient client = client();
        client.signIn(person.email(), PASSWORD);
        int number = client.get("/api/v1/challenge").body().path("number").asInt();
        workers.presses(workers.to(chat, 1).getFirst(), number);
        client.awaitVerdict("APPROVED");
        return new Stage(client, person);
    }

    private Stage signedIn() {
        Stage stage = awaitingSms();
        linkTelegram(stage.person());
        stage.client().answer(inbox.code(stage.person().phone(), 1));
        return stage;
    }

    private ApiClient oneOfThirty(Stage stage) {
        String code = inbox.code(stage.person().phone(), 1);
        List<ApiClient> clients =
                IntStream.range(0, 30).mapToObj(_ -> stage.client().copy()).toList();

        List<Answer> answers = AtOnce.times(30, i -> clients.get(i).answer(code));

        List<Integer> statuses = answers.stream().map(Answer::status).toList();
        assertThat(statuses).containsOnlyOnce(200).allMatch(status -> status < 500);
        ApiClient winner = clients.get(statuses.indexOf(200));
        List<ApiClient> losers = clients.stream().filter(client -> client != winner).toList();
        // At once: one by one, each would wait for all who poll.
        assertThat(AtOnce.times(losers.size(), i -> losers.get(i).standing()))
                .doesNotContain("SIGNED_IN");
        return winner;
    }
}
