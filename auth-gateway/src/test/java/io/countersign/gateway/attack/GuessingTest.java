package io.countersign.gateway.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.gateway.ApiClient;
import io.countersign.gateway.ApiClient.Answer;
import io.countersign.gateway.GatewayTest;
import io.countersign.gateway.Visitor;
import io.countersign.identity.account.AccountId;
import io.countersign.test.AtOnce;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class GuessingTest extends GatewayTest {

    @Nested
    class OfCodes {

        @Autowired private JdbcClient jdbc;

        @Test
        @Tag("SECURITY-1")
        void aHundredRightAnswersAtOnceSignInOnce() {
            Person person = person();
            ApiClient client = asked(person);
            String code = inbox.code(person.phone(), 1);
            client.get("/api/v1/csrf");

            List<Answer> answers = AtOnce.times(100, _ -> client.copy().answer(code));

            assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
            assertThat(sessionsWithASecondFactor(person)).isEqualTo(1);
        }

        @Test
        @Tag("SECURITY-1")
        void twoSessionsOfOneSignInDoNotBothGetIn() {
            Person person = person();
            Map<String, String> credentials = Map.of("email", person.email(), "password", PASSWORD);
            ApiClient first = client();
            first.get("/api/v1/csrf");
            List<ApiClient> clients = List.of(first.copy(), first.copy(), first.copy(), first);
            clients.forEach(client -> client.postOnce("same", "/api/v1/sign-in", credentials));
            String code = inbox.code(person.phone(), 1);

            List<Answer> answers = AtOnce.times(4, i -> clients.get(i).answer(code));

            assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
            assertThat(sessionsWithASecondFactor(person)).isEqualTo(1);
        }

        @Test
        @Tag("SECURITY-2")
        void ofFiveHundredWrongGuessesAtOnceFiveAreLookedAt() {
            Person person = person();
            ApiClient client = asked(person);
            String right = inbox.code(person.phone(), 1);

            List<Answer> answers =
                    AtOnce.times(500, i -> client.copy().answer(otherThan(right, i)));

            assertThat(guesses(person)).isEqualTo(5);
            assertThat(answers).noneMatch(answer -> answer.status() == 200);
            assertThat(client.answer(right).status()).isEqualTo(409);
            assertThat(client.standing()).isNotEqualTo("SIGNED_IN");
        }

        @Test
        @Tag("SECURITY-3")
        void aNewSignInForgetsNoGuess() {
            Person person = person();
            for (int round = 1; round <= 2; round++) {
                ApiClient client = asked(person);
                client.answer(otherThan(inbox.code(person.phone(), round), 0));
            }

            assertThat(guesses(person)).isEqualTo(2);
        }

        @Test
        @Tag("SECURITY-4")
        void anAccountWhoseGuessesOfTheYearAreSpentTakesNotEvenTheRightCode() {
            Person person = person();
            ApiClient client = asked(person);
            String right = inbox.code(person.phone(), 1);
            jdbc.sql(
                            "insert into guess (account_id, method, chance) values (:account, 'SMS', 1e-4)")
                    .param("account", person.account().value())
                    .update();

            assertThat(client.answer(right).problem()).isEqualTo("guesses-spent");
            assertThat(client.standing()).isEqualTo("AWAITS_SECOND_FACTOR");
        }

        @ParameterizedTest
        @Tag("SECURITY-8")
        @ValueSource(
                strings = {
                    "{\"code\": null}",
                    "{\"code\": \"\"}",
                    "{\"code\": \"      \"}",
                    "{\"code\": [\"123456\"]}",
                    "{\"code\": {\"digits\": \"123456\"}}",
                    "{\"code\": 123456}",
                    "{\"code\": true}",
                    "{\"code\": \"1234567\"}",
                    "{\"code\": \"12345\"}",
                    "{\"code\": \"12345a\"}",
                    "{\"code\": \"١٢٣٤٥\"}",
                    "{\"code\": \"１２３４５６７\"}",
                    "{\"code\": \"123456\\u0000\"}",
                    "{\"code\": \"+12345\"}",
                    "{}",
                    "[]",
                    "null",
                    "\"123456\"",
                    "{\"code\"",
                    ""
                })
        void whatCannotBeACodeIsAPlainFailureAndCostsNoGuess(String body) {
            Answer refused = oddlyAsked().post("/api/v1/challenge/answer", body);

            assertThat(refused.status()).isIn(400, 422);
            assertThat(refused.problem()).isIn("body-malformed", "body-invalid", "code-malformed");
            assertThat(guessesLeft(oddlyAsked())).isEqualTo(5);
        }

        @Test
        @Tag("SECURITY-8")
        void aMegabyteOfCodeIsRefusedUnread() {
            String megabyte = "{\"code\": \"" + "1".repeat(1 << 20) + "\"}";

            Answer refused = oddlyAsked().post("/api/v1/challenge/answer", megabyte);

            assertThat(refused.status()).isEqualTo(413);
            assertThat(guessesLeft(oddlyAsked())).isEqualTo(5);
        }

        @Test
        void spacesAndHyphensBetweenTheDigitsDoNotCount() {
            Person person = person();
            ApiClient client = asked(person);
            String code = inbox.code(person.phone(), 1);

            assertThat(client.answer(code.substring(0, 3) + " - " + code.substring(3)).status())
                    .isEqualTo(200);
        }

        /** One challenge for all odd inputs: none of them takes a guess from it. */
        private ApiClient oddlyAsked() {
            ApiClient known = ODDLY_ASKED.get();
            if (known == null) {
                known = asked(person());
                ODDLY_ASKED.set(known);
            }
            return known;
        }

        private static final java.util.concurrent.atomic.AtomicReference<
                        @org.jspecify.annotations.Nullable ApiClient>
                ODDLY_ASKED = new java.util.concurrent.atomic.AtomicReference<>();

        private ApiClient asked(Person person) {
            ApiClient client = client();
            assertThat(client.signIn(person.email(), PASSWORD).text("standing"))
                    .isEqualTo("AWAITS_SECOND_FACTOR");
            return client;
        }

        private static int guessesLeft(ApiClient client) {
            return client.get("/api/v1/challenge")
                    .body()
                    .path("status")
                    .path("guessesLeft")
                    .asInt();
        }

        private static String otherThan(String right, int i) {
            String guess = "%06d".formatted(i);
            return guess.equals(right) ? "999999" : guess;
        }

        private int guesses(Person person) {
            return jdbc.sql("select count(*) from guess where account_id = :account")
                    .param("account", person.account().value())
                    .query(Integer.class)
                    .single();
        }

        private int sessionsWithASecondFactor(Person person) {
            AccountId account = person.account();
            return jdbc.sql(
                            """
                            select count(*) from spring_session s
                            join spring_session_attributes a on a.session_primary_id = s.primary_id
                            where s.principal_name = :account
                              and position('FACTOR_SECOND'::bytea in a.attribute_bytes) > 0
                            """)
                    .param("account", account.toString())
                    .query(Integer.class)
                    .single();
        }
    }

    /** An attacker who guesses passwords must not lock the owner out. */
    @Tag("SECURITY-5")
    @Nested
    class OfPasswords {

        private static final String DEVICE = "__Host-countersign-device";

        @Test
        void aDeviceThatPassedASecondFactorGetsInWhileAStrangerGuesses() {
            Person person = person();
            Visitor owner = visitor();
            owner.signIn(person.email(), PASSWORD);
            owner.answer(inbox.code(person.phone(), 1));
            owner.post("/sign-out", "/security", Map.of());

            Visitor stranger = visitor();
            while (stranger.signIn(person.email(), "not the password").statusCode() != 429) {
                assertThat(stranger.cookie(DEVICE)).isEmpty();
            }

            assertThat(visitor().signIn(person.email(), PASSWORD).statusCode()).isEqualTo(429);
            assertThat(owner.signIn(person.email(), PASSWORD).statusCode()).isEqualTo(302);
        }

        @Test
        void theTokenOpensNothingAndServesNoOtherAccount() {
            Person person = person();
            Visitor owner = visitor();
            owner.signIn(person.email(), PASSWORD);
            assertThat(owner.cookie(DEVICE)).as("after the password alone").isEmpty();
            owner.answer(inbox.code(person.phone(), 1));
            String token = owner.cookie(DEVICE);
            assertThat(token).isNotEmpty();
            owner.post("/sign-out", "/security", Map.of());

            assertThat(owner.get("/security").statusCode()).isNotEqualTo(200);
            Person other = person();
            while (owner.signIn(other.email(), "not the password").statusCode() != 429) {
                assertThat(owner.cookie(DEVICE)).isEqualTo(token);
            }
            assertThat(visitor().signIn(other.email(), PASSWORD).statusCode()).isEqualTo(429);
        }
    }
}
