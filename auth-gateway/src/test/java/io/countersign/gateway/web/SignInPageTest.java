package io.countersign.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.gateway.GatewayTest;
import io.countersign.gateway.Visitor;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignInPageTest extends GatewayTest {

    @Nested
    class ThePage {

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

            assertThat(Page.of(visitor().signIn("somebody else", PASSWORD)).status())
                    .isEqualTo(401);
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

    @Nested
    class WhereItLeads {

        private final String asked = "/security/history?only=failures";

        private Page notTaken(Visitor visitor, String email, String password) {
            Map<String, String> form = Map.of("email", email, "password", password, "then", asked);
            return Page.of(visitor.post("/sign-in", "/sign-in", form));
        }

        @Test
        void leads_back_to_the_page_that_was_asked_for_after_a_password() {
            Visitor visitor = visitor();
            Person person = personWithoutPhone();

            Page signIn = Page.of(visitor.get(signInFor(visitor, asked)));
            assertThat(signIn.attribute(".languages a[lang=de]", "href")).contains("then=");
            signIn(visitor, person, signIn.attribute("[name=then]", "value"));

            assertThat(Page.of(visitor.get("/")).location()).isEqualTo(asked);
            assertThat(Page.of(visitor.get("/")).location()).isEqualTo("/security");
        }

        @Test
        void leads_back_after_a_wrong_password_and_a_challenge() {
            Visitor visitor = visitor();
            Person person = person();
            Page wrong = notTaken(visitor, person.email(), "a wrong password");

            signIn(visitor, person, wrong.attribute("[name=then]", "value"));
            visitor.answer(inbox.code(person.phone(), 1));

            assertThat(Page.of(visitor.get("/")).location()).isEqualTo(asked);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "//evil.example",
                    "/\\evil.example",
                    "https://evil.example/security",
                    "/security//evil.example",
                    "/security/..//evil.example",
                    "/security?x=//evil",
                    "/%2Fevil.example",
                    "/security/%2e%2e//evil",
                    "/security\r\nLocation: https://evil.example",
                    "javascript:alert(1)",
                    "/sign-out"
                })
        void leads_nowhere_else(String then) {
            Visitor visitor = visitor();

            signIn(visitor, personWithoutPhone(), then);

            assertThat(Page.of(visitor.get("/")).location()).isEqualTo("/security");
        }

        @Test
        void says_who_signs_in_and_lets_somebody_else() {
            Visitor visitor = visitor();
            Person person = person();
            signIn(visitor, person, "");

            Page challenge = Page.of(visitor.get("/challenge"));

            assertThat(challenge.text("#who")).isEqualTo(person.email());
            assertThat(challenge.has("#not-you")).isTrue();
        }

        @Test
        void tells_only_who_was_signed_in_that_they_are_signed_out() {
            Visitor visitor = visitor();
            signIn(visitor, person(), "");
            assertThat(Page.of(visitor.post("/sign-out", "/challenge", Map.of())).location())
                    .isEqualTo("/sign-in");

            signIn(visitor, personWithoutPhone(), "");
            assertThat(Page.of(visitor.post("/sign-out", "/security", Map.of())).location())
                    .isEqualTo("/sign-in?signed-out");
        }

        @Test
        void a_form_that_was_not_taken_stays_in_another_language() {
            Visitor visitor = visitor();
            Page wrong = notTaken(visitor, "a@b.example", "x");

            assertThat(wrong.attribute(".languages a[lang=ru]", "href"))
                    .startsWith("/sign-in?then=")
                    .endsWith("&lang=ru");
            assertThat(
                            Page.of(visitor.get("/sign-in?locked"))
                                    .attribute(".languages a[lang=ru]", "href"))
                    .isEqualTo("/sign-in?locked&lang=ru");
        }

        private static String signInFor(Visitor visitor, String page) {
            return Page.of(visitor.get(page)).location();
        }

        private static void signIn(Visitor visitor, Person person, String then) {
            visitor.post(
                    "/sign-in",
                    "/sign-in",
                    Map.of("email", person.email(), "password", PASSWORD, "then", then));
        }
    }

    @Nested
    class AFormWithoutItsCookie {

        @ParameterizedTest
        @ValueSource(strings = {"/sign-in", "/sign-up", "/forgotten"})
        void is_told_from_a_page_that_was_open_too_long_and_loses_no_address(String form) {
            Map<String, String> fields =
                    Map.of("email", "jo@people.test", "password", "secret words");
            String token = visitor().token(form);

            Page blocked = Page.of(visitor().post(form, fields, token));

            assertThat(blocked.status()).isEqualTo(403);
            assertThat(blocked.text("#notice")).contains("needs cookies");
            assertThat(blocked.attribute("#email", "value")).isEqualTo("jo@people.test");
            assertThat(blocked.document().html()).doesNotContain("secret words");

            Visitor late = visitor();
            late.get(form);
            Page outdated = Page.of(late.post(form, fields, token));

            assertThat(outdated.text("#notice")).contains("open for too long");
            assertThat(outdated.attribute("#email", "value")).isEqualTo("jo@people.test");
        }
    }
}
