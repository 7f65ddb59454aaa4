package io.countersign.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.gateway.GatewayTest;
import io.countersign.gateway.Visitor;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignUpPageTest extends GatewayTest {

    @Test
    void isOfferedOnTheSignInPage() {
        assertThat(Page.of(visitor().get("/sign-in")).attribute("#sign-up", "href"))
                .isEqualTo("/sign-up");
    }

    @Test
    void makesAnAccountThatCanSignIn() {
        String email = UUID.randomUUID() + "@people.test";
        Visitor visitor = visitor();

        Page joined = signUp(visitor, email, "a long enough sentence");

        assertThat(joined.location()).isEqualTo("/sign-in?joined");
        assertThat(Page.of(visitor.signIn(email, "a long enough sentence")).location())
                .isEqualTo("/");
    }

    @Test
    @Tag("SECURITY-25")
    void saysTheSameOfAnAddressThatHasAnAccount() {
        assertThat(signUp(visitor(), person().email(), "a long enough sentence").location())
                .isEqualTo("/sign-in?joined");
    }

    @ParameterizedTest
    @CsvSource({
        "no address, a long enough sentence, #email-flaw, This is not an e-mail address.",
        "jo@people.test, short, #password-flaw, Too short",
        "jo@people.test, password1234, #password-flaw, Too easy to guess: this is among",
        "charlotte@people.test, my charlotte web, #password-flaw, Too easy to guess: it contains"
    })
    void saysAtTheFieldWhatIsWrong(String email, String password, String place, String sentence) {
        Page page = signUp(visitor(), email, password);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text(place)).startsWith(sentence);
        assertThat(page.attribute(place, "role")).isEqualTo("alert");
        assertThat(page.attribute("#email", "value")).isEqualTo(email);
        assertThat(page.attribute("#password", "value")).isEmpty();
    }

    @Test
    void refusesAPasswordThatIsTooLong() {
        assertThat(
                        signUp(visitor(), "jo@people.test", "sentence ".repeat(20))
                                .text("#password-flaw"))
                .startsWith("Too long");
    }

    private static Page signUp(Visitor visitor, String email, String password) {
        return Page.of(
                visitor.post("/sign-up", "/sign-up", Map.of("email", email, "password", password)));
    }
}
