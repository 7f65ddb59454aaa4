package io.countersign.gateway.api.once;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.challenge.Pending;
import io.countersign.challenge.store.Challenges;
import io.countersign.delivery.Unknown;
import io.countersign.delivery.store.Deliveries;
import io.countersign.delivery.store.DeliveryChange;
import io.countersign.events.id.ChallengeId;
import io.countersign.events.id.DeliveryId;
import io.countersign.gateway.ApiClient;
import io.countersign.gateway.ApiClient.Answer;
import io.countersign.gateway.GatewayTest;
import io.countersign.gateway.web.Carrier;
import io.countersign.test.AtOnce;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class RepeatedRequestsTest extends GatewayTest {

    @Autowired private Carrier carrier;
    @Autowired private JdbcClient jdbc;
    @Autowired private Challenges challenges;
    @Autowired private Deliveries deliveries;

    @Test
    void aSignInThatIsRepeatedIsTheSameSignInAndOneCode() {
        Person person = person();
        ApiClient client = knownClient();
        ApiClient again = client.copy();
        Answer first = signIn(client, person, "key");

        Answer second = signIn(again, person, "key");

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(again.answer(inbox.code(person.phone(), 1)).status()).isEqualTo(200);
        assertThat(attempts(person)).isEqualTo(1);
        onlyOneCodeCame(person);
    }

    @Test
    void signInsRepeatedAtTheSameTimeAreOneSignInAndOneCode() {
        Person person = person();
        ApiClient client = knownClient();

        List<Answer> answers = AtOnce.times(5, _ -> signIn(client.copy(), person, "key"));

        assertThat(answers).extracting(Answer::status).containsOnly(200);
        assertThat(answers).extracting(Answer::body).containsOnly(answers.getFirst().body());
        assertThat(attempts(person)).isEqualTo(1);
        onlyOneCodeCame(person);
    }

    @Test
    void anotherKeyIsAnotherSignIn() {
        Person person = person();
        ApiClient client = knownClient();

        signIn(client.copy(), person, "one");
        signIn(client.copy(), person, "two");

        assertThat(attempts(person)).isEqualTo(2);
    }

    @Test
    @Tag("SECURITY-15")
    void whoHasThePasswordAndGuessesTheKeyIsInASignInOfTheirOwn() {
        Person person = person();
        ApiClient owner = knownClient();
        ApiClient thief = client();
        signIn(owner, person, "1");
        String code = inbox.code(person.phone(), 1);

        signIn(thief, person, "1");

        assertThat(attempts(person)).isEqualTo(2);
        assertThat(thief.answer(code).status()).isNotEqualTo(200);
        assertThat(owner.answer(code).status()).isEqualTo(200);
    }

    @Test
    void theKeyOfAnotherAccountMeansNothing() {
        Person first = person();
        Person second = person();
        signIn(client(), first, "key");

        signIn(client(), second, "key");

        assertThat(inbox.code(second.phone(), 1)).isNotEmpty();
    }

    @Test
    void aKeyIsNoPassword() {
        Person person = person();
        signIn(client(), person, "key");

        Answer refused =
                client().postOnce(
                                "key",
                                "/api/v1/sign-in",
                                Map.of("email", person.email(), "password", "a wrong one"));

        assertThat(refused.problem()).isEqualTo("credentials-wrong");
    }

    @Test
    void aSendingThatIsRepeatedAnswersTheSameAndSendsNothing() {
        Person person = person();
        ApiClient client = waitingToResend(person);

        Answer first = client.postOnce("key", "/api/v1/challenge/send", Map.of());
        Answer second = client.postOnce("key", "/api/v1/challenge/send", Map.of());

        assertThat(first.status()).isEqualTo(202);
        assertThat(second.status()).isEqualTo(202);
        assertThat(second.body()).isEqualTo(first.body());
    }

    @Test
    @Tag("RELIABILITY-22")
    void aSendingThatWasNeverAnsweredIsAnsweredAsItStandsAndSendsNothingMore() {
        Person person = person();
        ApiClient client = waitingToResend(person);
        client.postOnce("key", "/api/v1/challenge/send", Map.of());
        inbox.code(person.phone(), 2);
        killedBeforeItsAnswer();
        nobodyKnowsWhetherItWasTaken(person);

        Answer again = client.postOnce("key", "/api/v1/challenge/send", Map.of());

        assertThat(again.status()).isEqualTo(202);
        assertThat(rounds(person)).isEqualTo(1);
        onlySoManyCodesCame(person, 2);
    }

    @Test
    @Tag("RELIABILITY-22")
    void aSignInThatWasNeverAnsweredIsAnsweredAsItStandsAndSendsNothingMore() {
        Person person = person();
        ApiClient client = knownClient();
        signIn(client.copy(), person, "key");
        inbox.code(person.phone(), 1);
        killedBeforeItsAnswer();
        nobodyKnowsWhetherItWasTaken(person);

        Answer again = signIn(client.copy(), person, "key");

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body().path("challenge").path("status").path("delivery").isObject())
                .isTrue();
        assertThat(rounds(person)).isEqualTo(1);
        onlySoManyCodesCame(person, 1);
    }

    @Test
    @Tag("RELIABILITY-22")
    void whatWasSetOutAndNeverHandedOverIsHandedOverAsTheSameDelivery() {
        Person person = person();
        ApiClient client = knownClient();
        signIn(client.copy(), person, "key");
        inbox.code(person.phone(), 1);
        killedBeforeItsAnswer();

        // The inbox claims nothing: the delivery is still queued, as if it never reached the
        // broker.
        Answer again = signIn(client.copy(), person, "key");

        assertThat(again.status()).isEqualTo(200);
        inbox.code(person.phone(), 2);
        assertThat(rounds(person)).isEqualTo(1);
    }

    @Test
    void aKeyWithAnotherBodyIsRefused() {
        Person person = person();
        ApiClient client = waitingToResend(person);
        String phone =
                client.get("/api/v1/challenge")
                        .body()
                        .path("methods")
                        .path(0)
                        .path("factors")
                        .path(0)
                        .path("id")
                        .asString();
        client.postOnce("key", "/api/v1/challenge/send", Map.of());

        Answer other = client.postOnce("key", "/api/v1/challenge/send", Map.of("factorId", phone));

        assertThat(other.problem()).isEqualTo("idempotency-key-reused");
    }

    @Test
    void whatWasRefusedMayBeTriedAgainUnderItsKey() {
        Person person = person();
        ApiClient client = client();
        client.signIn(person.email(), PASSWORD);

        assertThat(client.postOnce("key", "/api/v1/challenge/send", Map.of()).problem())
                .isEqualTo("send-too-soon");
        assertThat(
                        client.postOnce(
                                        "key",
                                        "/api/v1/challenge/send",
                                        Map.of("factorId", UUID.randomUUID().toString()))
                                .problem())
                .isEqualTo("method-not-offered");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "\"", "€"})
    void aKeyThatIsNoneIsRefused(String key) {
        assertThat(IdempotencyKey.parse(key)).isEmpty();
    }

    @Test
    void aKeyIsTheSameWithAndWithoutItsQuotes() {
        assertThat(IdempotencyKey.parse("\"8e03978e\""))
                .isEqualTo(IdempotencyKey.parse("8e03978e"));
    }

    /** Signed in half way, the code asked for long enough ago. */
    private ApiClient waitingToResend(Person person) {
        ApiClient client = client();
        client.signIn(person.email(), PASSWORD);
        inbox.code(person.phone(), 1);
        jdbc.sql("update sign_in set challenge_id = null where account_id = :account")
                .param("account", person.account().value())
                .update();
        return client;
    }

    private static Answer signIn(ApiClient client, Person person, String key) {
        return client.postOnce(
                key, "/api/v1/sign-in", Map.of("email", person.email(), "password", PASSWORD));
    }

    private int attempts(Person person) {
        return jdbc.sql("select count(*) from sign_in where account_id = :account")
                .param("account", person.account().value())
                .query(Integer.class)
                .single();
    }

    private void onlyOneCodeCame(Person person) {
        onlySoManyCodesCame(person, 1);
    }

    private void onlySoManyCodesCame(Person person, int codes) {
        inbox.code(person.phone(), codes);
        Awaitility.await()
                .during(Duration.ofMillis(500))
                .until(() -> inbox.of(person.phone()).size() == codes);
    }

    /** The gateway was killed, or the database gone, when the answer was to be written down. */
    private void killedBeforeItsAnswer() {
        jdbc.sql(
                        """
                        update answered_request
                        set status = null, answer = null, at = now() - interval '31 seconds'
                        where sent is not null
                        """)
                .update();
    }

    /** A worker died with it, so that it could be asked for again at once. */
    private void nobodyKnowsWhetherItWasTaken(Person person) {
        deliveries.update(
                new DeliveryId(challenge(person), 1, 0, 1),
                (current, _) -> new DeliveryChange<>(new Unknown(current.head()), true));
    }

    private int rounds(Person person) {
        return ((Pending) challenges.find(challenge(person)).orElseThrow()).rounds().size();
    }

    private ChallengeId challenge(Person person) {
        return carrier.challenge(person.account());
    }

    /** Has the cookie that tells it from others. */
    private ApiClient knownClient() {
        ApiClient client = client();
        client.get("/api/v1/csrf");
        return client;
    }
}
