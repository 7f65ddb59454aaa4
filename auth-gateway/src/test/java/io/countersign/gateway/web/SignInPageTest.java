package io.countersign.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.gateway.GatewayTest;
import io.countersign.gateway.Visitor;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignInPageTest extends GatewayTest {

    @Test
    void helpsPasswordManagers() {
        Page page = Page.of(visitor().get("/sign-in"));

        assertThat(page.attribute("#email", "autocomplete")).isEqualTo("username");
        assertThat(page.attribute("#password", "autocomplete")).isEqualTo("current-password");
        assertThat(page.has("label[for=email]")).isTrue();
        assertThat(page.has("label[for=password]")).isTrue();
        assertThat(page.has("#email[autofocus]")).isTrue();
    }

    @Test
    @Tag("SECURITY-25")
    void saysTheSameOfAnUnknownAddressAndAWrongPassword() {
        Page wrong = Page.of(visitor().signIn(person().email(), "something else"));
        Page unknown = Page.of(visitor().signIn("nobody@people.test", "something else"));
        Page noAddress = Page.of(visitor().signIn("no address", "something else"));

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.text("#notice")).isEqualTo("E-mail or password is wrong.");
        assertThat(wrong.attribute("#notice", "role")).isEqualTo("alert");
        assertThat(unknown.status()).isEqualTo(401);
        assertThat(unknown.text()).isEqualTo(wrong.text());
        assertThat(noAddress.status()).isEqualTo(401);
        assertThat(noAddress.text()).isEqualTo(wrong.text());
    }

    @Test
    void keepsTheAddressAndAsksForThePasswordAgain() {
        Page page = Page.of(visitor().signIn("jo@people.test", "something else"));

        assertThat(page.attribute("#email", "value")).isEqualTo("jo@people.test");
        assertThat(page.has("#password[autofocus]")).isTrue();
        assertThat(page.attribute("#password", "aria-describedby")).isEqualTo("notice");
        assertThat(page.attribute("#password", "value")).isEmpty();
    }

    @Test
    void saysWhenItIsPossibleAgainAfterTooManyWrongPasswords() {
        Person person = person();
        Visitor visitor = visitor();
        for (int i = 0; i < 10; i++) {
            visitor.signIn(person.email(), "something else");
        }

        HttpResponse<String> response = visitor.signIn(person.email(), PASSWORD);

        Page page = Page.of(response);
        assertThat(page.status()).isEqualTo(429);
        assertThat(page.text("#notice")).startsWith("Too many wrong passwords");
        assertThat(Instant.parse(page.attribute("#notice time", "datetime")))
                .isBetween(Instant.now().plusSeconds(3000), Instant.now().plusSeconds(3601));
        assertThat(Integer.parseInt(response.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(3000, 3600);
    }

    @Test
    void doesNotCountMistypedAddressesOfDifferentPeopleTogether() {
        for (int i = 0; i < 10; i++) {
            visitor().signIn("somebody@", "something else");
        }

        assertThat(Page.of(visitor().signIn("somebody else", PASSWORD)).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "signed-out, You are signed out.",
        "confirmed, Your address is confirmed.",
        "ended, Signing in was not finished in time.",
        "locked, That was one wrong code too many",
        "denied, This sign-in was refused as not yours.",
        "expired, Your session has ended."
    })
    void saysWhySomebodyIsLedHere(String parameter, String sentence) {
        assertThat(Page.of(visitor().get("/sign-in?" + parameter)).text("#notice"))
                .startsWith(sentence);
    }

    @Test
    void leadsBackToAnUnfinishedSignIn() {
        Visitor visitor = visitor();
        visitor.signIn(person().email(), PASSWORD);

        assertThat(Page.of(visitor.get("/sign-in")).attribute("#go-on", "href"))
                .isEqualTo("/challenge");
        assertThat(Page.of(visitor().get("/sign-in")).has("#go-on")).isFalse();
    }

    @Test
    void leadsOnWhoeverIsSignedIn() {
        Visitor visitor = visitor();
        visitor.signIn(personWithoutPhone().email(), PASSWORD);

        assertThat(Page.of(visitor.get("/sign-in")).location()).isEqualTo("/");
        assertThat(Page.of(visitor.get("/")).location()).isEqualTo("/security");
    }

    @Test
    void signingOutLeadsHere() {
        Visitor visitor = visitor();
        visitor.signIn(personWithoutPhone().email(), PASSWORD);

        Page out = Page.of(visitor.post("/sign-out", "/security", Map.of()));

        assertThat(out.location()).isEqualTo("/sign-in?signed-out");
        assertThat(Page.of(visitor.get("/security")).location()).isEqualTo("/sign-in");
    }
}
