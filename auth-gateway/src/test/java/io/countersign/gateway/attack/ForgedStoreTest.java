package io.countersign.gateway.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.challenge.Approved;
import io.countersign.challenge.Challenge;
import io.countersign.challenge.Challenges;
import io.countersign.challenge.Change;
import io.countersign.challenge.Method;
import io.countersign.challenge.Pending;
import io.countersign.delivery.Acceptance;
import io.countersign.delivery.Delivered;
import io.countersign.delivery.Deliveries;
import io.countersign.delivery.DeliveryChange;
import io.countersign.events.ChallengeId;
import io.countersign.events.DeliveryId;
import io.countersign.gateway.ApiClient;
import io.countersign.gateway.ApiClient.Answer;
import io.countersign.gateway.GatewayTest;
import io.countersign.stack.TestServers;
import io.lettuce.core.CopyArgs;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** By somebody who can write to Redis, but holds no key. */
class ForgedStoreTest extends GatewayTest {

    @Autowired private Challenges challenges;
    @Autowired private Deliveries deliveries;
    @Autowired private JdbcClient jdbc;

    @Test
    @Tag("SECURITY-30")
    void aForgedApprovalSignsNobodyIn() {
        Person person = person();
        ApiClient client = asked(person);
        forge(
                challenge(person),
                current -> new Approved(current.terms(), Method.SMS, Instant.EPOCH));

        client.get("/api/v1/challenge");
        client.visitor().get("/");
        client.visitor().get("/challenge");

        assertThat(client.answer("123456").status()).isEqualTo(409);
        assertThat(client.standing()).isEqualTo("AWAITS_SECOND_FACTOR");
    }

    @Test
    @Tag("SECURITY-30")
    void theSealedCodeOfAnotherChallengeDoesNotFit() {
        Person attacker = person();
        asked(attacker);
        String known = inbox.code(attacker.phone(), 1);
        Pending own = (Pending) challenges.find(challenge(attacker)).orElseThrow();
        Person victim = person();
        ApiClient client = asked(victim);

        forge(
                challenge(victim),
                current ->
                        new Pending(current.terms(), 5, own.code(), ((Pending) current).rounds()));

        assertThat(client.answer(known).problem()).isEqualTo("code-wrong");
        assertThat(client.standing()).isEqualTo("AWAITS_SECOND_FACTOR");
    }

    @Test
    @Tag("SECURITY-30")
    void aWholeChallengeOfAnotherSignInDoesNotServe() {
        Person attacker = person();
        asked(attacker);
        String known = inbox.code(attacker.phone(), 1);
        Person victim = person();
        ApiClient client = asked(victim);

        copy(challenge(attacker), challenge(victim));

        Answer refused = client.answer(known);
        assertThat(refused.problem()).isEqualTo("challenge-over");
        assertThat(refused.text("verdict")).isEqualTo("EXPIRED");
        assertThat(client.standing()).isEqualTo("AWAITS_SECOND_FACTOR");
    }

    @Test
    @Tag("SECURITY-30")
    @Tag("SECURITY-4")
    void guessesThatAreGivenBackAreChargedToTheYearAllTheSame() {
        Person person = person();
        ApiClient client = asked(person);
        String right = inbox.code(person.phone(), 1);
        String wrong = right.equals("000000") ? "000001" : "000000";

        for (int i = 0; i < 7; i++) {
            forge(
                    challenge(person),
                    current ->
                            new Pending(
                                    current.terms(),
                                    5,
                                    ((Pending) current).code(),
                                    ((Pending) current).rounds()));
            assertThat(client.answer(wrong).problem()).isEqualTo("code-wrong");
        }

        assertThat(
                        jdbc.sql("select count(*) from guess where account_id = :account")
                                .param("account", person.account())
                                .query(Integer.class)
                                .single())
                .isEqualTo(7);
    }

    @Test
    @Tag("SECURITY-30")
    void aForgedDeliverySignsNobodyIn() {
        Person person = person();
        ApiClient client = asked(person);
        DeliveryId delivery = new DeliveryId(challenge(person), 1, 0, 1);

        deliveries.update(
                delivery,
                (current, now) ->
                        new DeliveryChange<>(
                                new Delivered(current.head(), new Acceptance("x", "y", now)), ""));

        assertThat(client.get("/api/v1/challenge").body().toString()).contains("DELIVERED");
        assertThat(client.standing()).isEqualTo("AWAITS_SECOND_FACTOR");
    }

    @Test
    @Tag("SECURITY-30")
    void aChallengeThatTheStoreLostSignsNobodyIn() {
        Person person = person();
        ApiClient client = asked(person);
        jdbc.sql("update sign_in set challenge_id = :other where account_id = :account")
                .param(
                        "other",
                        "A".repeat(10) + person.account().toString().substring(0, 8) + "xxxx")
                .param("account", person.account())
                .update();

        assertThat(client.answer(inbox.code(person.phone(), 1)).status()).isEqualTo(409);
        assertThat(client.standing()).isEqualTo("AWAITS_SECOND_FACTOR");
    }

    private ApiClient asked(Person person) {
        ApiClient client = client();
        assertThat(client.signIn(person.email(), PASSWORD).text("standing"))
                .isEqualTo("AWAITS_SECOND_FACTOR");
        return client;
    }

    private ChallengeId challenge(Person person) {
        return new ChallengeId(
                jdbc.sql("select challenge_id from sign_in where account_id = :account")
                        .param("account", person.account())
                        .query(String.class)
                        .single());
    }

    /** Redis' own record of one challenge in the place of another. */
    private static void copy(ChallengeId from, ChallengeId to) {
        try (RedisClient client = RedisClient.create(TestServers.redis().url())) {
            RedisCommands<String, String> redis = client.connect().sync();
            String source = redis.keys("*" + from.value() + "}").getFirst();
            String target = redis.keys("*" + to.value() + "}").getFirst();
            assertThat(redis.copy(source, target, CopyArgs.Builder.replace(true))).isTrue();
        }
    }

    private void forge(ChallengeId id, UnaryOperator<Challenge> forgery) {
        challenges.update(id, (current, _) -> Change.to(forgery.apply(current), ""));
    }
}
