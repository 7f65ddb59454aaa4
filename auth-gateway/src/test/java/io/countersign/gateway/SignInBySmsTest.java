package io.countersign.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.events.content.Destination;
import io.countersign.identity.factor.phone.Phones;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class SignInBySmsTest extends GatewayTest {

    @Nested
    class TheCode {

        @Test
        void theRightCodeSignsIn() {
            Person person = person();
            Visitor visitor = visitor();

            assertThat(location(visitor.signIn(person.email(), PASSWORD))).endsWith("/challenge");
            HttpResponse<String> answered = visitor.answer(inbox.code(person.phone(), 1));

            assertThat(location(answered)).endsWith("/");
            assertThat(visitor.get("/security").statusCode()).isEqualTo(200);
        }

        @Test
        void anAccountWithoutASecondFactorSignsInByPassword() {
            Person person = personWithoutPhone();
            Visitor visitor = visitor();

            assertThat(location(visitor.signIn(person.email(), PASSWORD))).endsWith("/");
            assertThat(visitor.get("/security").statusCode()).isEqualTo(200);
        }

        @Test
        void theWrongPasswordDoesNot() {
            assertThat(visitor().signIn(person().email(), "something else").statusCode())
                    .isEqualTo(401);
        }

        private static String location(HttpResponse<String> response) {
            return response.headers().firstValue("Location").orElse("");
        }
    }

    @Tag("SECURITY-19")
    @Nested
    class TheLimitsOfSending {

        @Autowired private Phones phones;

        @Test
        void theFourthCodeToANumberWithinTenMinutesIsRefusedWithTheTimeWhenItIsPossibleAgain() {
            Person person = person();
            Person other = personWithoutPhone();
            phones.addConfirmed(other.account(), new Destination(person.phone()), "US", "The same");
            Instant before = Instant.now();
            assertThat(sendProblem(person).isNull()).isTrue();
            assertThat(sendProblem(other).isNull()).isTrue();
            assertThat(sendProblem(person).isNull()).isTrue();

            JsonNode problem = sendProblem(person);

            assertThat(problem.path("type").asString()).isEqualTo("/problems/send-limited");
            assertThat(problem.path("limit").asString()).isEqualTo("number-10-minutes");
            assertThat(Instant.parse(problem.path("retryAt").asString()))
                    .isBetween(
                            before.plus(Duration.ofMinutes(9)),
                            before.plus(Duration.ofMinutes(11)));
            assertThat(inbox.of(person.phone())).hasSizeLessThanOrEqualTo(3);
        }

        @Test
        void nothingIsSentToACountryThatIsNotServed() {
            Person person = personWithoutPhone();
            String number = person.phone().replace("+1", "+7");
            phones.addConfirmed(person.account(), new Destination(number), "RU", "Phone");

            assertThat(sendProblem(person).path("type").asString())
                    .isEqualTo("/problems/country-not-served");
            assertThat(inbox.of(number)).isEmpty();
        }

        private JsonNode sendProblem(Person person) {
            return client().signIn(person.email(), PASSWORD).body().path("sendProblem");
        }
    }
}
