package io.countersign.gateway.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.events.content.Destination;
import io.countersign.gateway.GatewayTest;
import io.countersign.identity.factor.phone.Phones;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@Tag("SECURITY-19")
class SendLimitsTest extends GatewayTest {

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
                .isBetween(before.plus(Duration.ofMinutes(9)), before.plus(Duration.ofMinutes(11)));
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
