package io.countersign.gateway.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.challenge.Approved;
import io.countersign.challenge.Challenge;
import io.countersign.challenge.Method;
import io.countersign.challenge.Pending;
import io.countersign.challenge.Terms;
import io.countersign.challenge.store.Challenges;
import io.countersign.challenge.store.Change;
import io.countersign.delivery.Acceptance;
import io.countersign.delivery.Delivered;
import io.countersign.delivery.store.Deliveries;
import io.countersign.delivery.store.DeliveryChange;
import io.countersign.events.id.ChallengeId;
import io.countersign.events.id.DeliveryId;
import io.countersign.gateway.ApiClient;
import io.countersign.gateway.ApiClient.Answer;
import io.countersign.gateway.GatewayTest;
import io.countersign.gateway.web.Carrier;
import io.countersign.stack.TestServers;
import io.countersign.test.AtOnce;
import io.lettuce.core.CopyArgs;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** By an attacker who can write to Redis, but holds no key. */
class ForgedStoreTest extends GatewayTest {

    @Autowired private Carrier carrier;
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

        assertThat(client.answer(known).problem()).isEqualTo("challenge-over");
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
    @Tag("SECURITY-35")
    void guessesThatAreGivenBackAreCountedAllTheSame() {
        Person person = person();
        ApiClient client = asked(person);
        String right = inbox.code(person.phone(), 1);
        String wrong = right.equals("000000") ? "000001" : "000000";

        Challenge begun = challenges.find(challenge(person)).orElseThrow();
        for (int i = 0; i < 5; i++) {
            assertThat(client.answer(wrong).problem()).isEqualTo("code-wrong");
            forge(challenge(person), _ -> begun);
        }
        assertThat(client.answer(right).problem()).isEqualTo("challenge-over");

        assertThat(
                        jdbc.sql("select count(*) from guess where account_id = :account")
                                .param("account", person.account().value())
                                .query(Integer.class)
                                .single())
                .isEqualTo(5);
    }

    @Test
    @Tag("SECURITY-2")
    @Tag("SECURITY-35")
    void ofFiveHundredAtOnceNoMoreThanFiveAreLookedAtWhileTheRecordIsSetBack() {
        Person person = person();
        ApiClient client = asked(person);
        inbox.code(person.phone(), 1);
        client.get("/api/v1/csrf");
        Challenge begun = challenges.find(challenge(person)).orElseThrow();
        ChallengeId id = challenge(person);

        AtOnce.times(
                500,
                i -> {
                    forge(id, _ -> begun);
                    return client.copy().answer("%06d".formatted(i));
                });

        assertThat(
                        jdbc.sql("select count(*) from guess where account_id = :account")
                                .param("account", person.account().value())
                                .query(Integer.class)
                                .single())
                .isBetween(1, 5);
    }

    @Test
    @Tag("SECURITY-35")
    void aRaisedDeadlineMakesTheRightCodeWorthless() {
        Person person = person();
        ApiClient client = asked(person);
        String right = inbox.code(person.phone(), 1);

        forge(challenge(person), current -> later((Pending) current));

        assertThat(client.answer(right).problem()).isEqualTo("challenge-over");
        assertThat(client.standing()).isEqualTo("AWAITS_SECOND_FACTOR");
    }

    @Test
    @Tag("SECURITY-35")
    void anApprovalThatIsForgedWithARaisedDeadlineServesNothing() {
        Person person = person();
        ApiClient client = asked(person);
        String right = inbox.code(person.phone(), 1);

        forge(
                challenge(person),
                current -> {
                    Pending raised = later((Pending) current);
                    return new Approved(raised.terms(), Method.SMS, Instant.EPOCH, raised);
                });

        assertThat(client.answer(right).problem()).isEqualTo("challenge-over");
    }

    private static Pending later(Pending challenge) {
        Terms terms = challenge.terms();
        return new Pending(
                new Terms(
                        terms.id(),
                        terms.purpose(),
                        terms.account(),
                        terms.binding(),
                        terms.openedAt(),
                        terms.deadline().plusSeconds(3600)),
                challenge.guessesLeft(),
                challenge.code(),
                challenge.rounds());
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
                .param("account", person.account().value())
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
        return carrier.challenge(person.account());
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
