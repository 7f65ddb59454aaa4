package io.countersign.gateway.web.signup;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.events.content.NoticeKind;
import io.countersign.gateway.GatewayTest;
import io.countersign.gateway.MailInbox;
import io.countersign.gateway.Visitor;
import io.countersign.gateway.web.Page;
import io.countersign.identity.attempt.Forgetful;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class SignUpPageTest extends GatewayTest {

    private static final String SENTENCE = "a long enough sentence";

    @Autowired private MailInbox mails;
    @Autowired private JdbcClient jdbc;
    @Autowired private List<Forgetful> forgetful;

    @Test
    void isOfferedOnTheSignInPage() {
        assertThat(Page.of(visitor().get("/sign-in")).attribute("#sign-up", "href"))
                .isEqualTo("/sign-up");
    }

    @Test
    void makesAnAccountOnceTheMailIsRead() {
        String email = newAddress();
        Visitor visitor = visitor();

        Page joined = signUp(visitor, email);
        Page sent = Page.of(visitor.get(joined.location()));
        assertThat(sent.text("#sent-to")).contains(email);
        assertThat(visitor.signIn(email, SENTENCE).statusCode()).isEqualTo(401);

        Visitor mailReader = visitor();
        String link = mails.mail(email, NoticeKind.CONFIRM_ADDRESS).path();
        assertThat(Page.of(mailReader.get(link)).text("#address")).contains(email);
        assertThat(visitor.signIn(email, SENTENCE).statusCode())
                .as("looking confirms nothing")
                .isEqualTo(401);
        assertThat(confirm(mailReader, link).location()).isEqualTo("/sign-in?confirmed");

        assertThat(Page.of(visitor.signIn(email, SENTENCE)).location()).isEqualTo("/");
    }

    @Test
    void aLinkServesOnce() {
        String email = newAddress();
        signUp(visitor(), email);
        String link = mails.mail(email, NoticeKind.CONFIRM_ADDRESS).path();
        Visitor first = visitor();
        Visitor second = visitor();
        String token = second.token(link);
        confirm(first, link);

        Page late =
                Page.of(
                        second.post(
                                "/confirm-address",
                                Map.of("t", token(link), "password", SENTENCE),
                                token));

        assertThat(late.status()).isEqualTo(410);
        assertThat(late.text("h1")).isEqualTo("This link no longer works");
        assertThat(visitor().get(link).statusCode()).isEqualTo(410);
    }

    @Test
    @Tag("SECURITY-25")
    void saysTheSameOfAnAddressThatHasAnAccountAndTellsItsOwnerAlone() {
        Person person = person();
        Visitor stranger = visitor();

        Page taken = Page.of(stranger.get(signUp(stranger, person.email()).location()));

        assertThat(taken.text("h1")).isEqualTo("Check your e-mail");
        assertThat(mails.mail(person.email(), NoticeKind.ALREADY_REGISTERED).path())
                .isEqualTo("/sign-in");
        assertThat(mails.of(person.email(), NoticeKind.CONFIRM_ADDRESS)).isEmpty();
        assertThat(visitor().signIn(person.email(), SENTENCE).statusCode()).isEqualTo(401);
    }

    @Test
    void theMailIsSentAgainAndEitherLinkWorks() {
        String email = newAddress();
        Visitor visitor = visitor();
        String sent = signUp(visitor, email).location();
        String first = mails.mail(email, NoticeKind.CONFIRM_ADDRESS).path();

        Page again = Page.of(visitor.post(sent + "/again", sent, Map.of()));
        assertThat(Page.of(visitor.get(again.location())).text("#notice"))
                .startsWith("The mail is on its way again.");
        String second = mails.mail(email, NoticeKind.CONFIRM_ADDRESS, 2).path();

        assertThat(second).isNotEqualTo(first);
        assertThat(confirm(visitor(), first).location()).isEqualTo("/sign-in?confirmed");
        assertThat(visitor().get(second).statusCode()).as("it is confirmed").isEqualTo(410);
    }

    @Test
    void fiveMailsAnHourGoToOneAddressAtMost() {
        String email = newAddress();
        Visitor visitor = visitor();
        String sent = signUp(visitor, email).location();
        for (int i = 0; i < 4; i++) {
            assertThat(visitor.post(sent + "/again", sent, Map.of()).statusCode()).isEqualTo(302);
        }

        assertThat(visitor.post(sent + "/again", sent, Map.of()).statusCode()).isEqualTo(429);
        assertThat(signUp(visitor(), email).status()).isEqualTo(429);
    }

    @Test
    @Tag("SECURITY-32")
    void theReaderOfTheMailChoosesThePasswordWhoeverAskedForIt() {
        String email = newAddress();
        String theirs = "the sentence of a stranger";
        Visitor stranger = visitor();
        stranger.post("/sign-up", "/sign-up", Map.of("email", email, "password", theirs));
        String strangers = mails.mail(email, NoticeKind.CONFIRM_ADDRESS).path();
        signUp(visitor(), email);
        mails.mail(email, NoticeKind.CONFIRM_ADDRESS, 2);

        Page without =
                Page.of(
                        visitor()
                                .post(
                                        "/confirm-address",
                                        strangers,
                                        Map.of("t", token(strangers))));
        assertThat(without.status()).as("no password, no account").isEqualTo(422);
        assertThat(confirm(visitor(), strangers).location()).isEqualTo("/sign-in?confirmed");

        assertThat(stranger.signIn(email, theirs).statusCode()).isEqualTo(401);
        assertThat(Page.of(visitor().signIn(email, SENTENCE)).location()).isEqualTo("/");
        assertThat(mails.of(email, NoticeKind.CONFIRM_ADDRESS))
                .as("no other link makes or changes anything")
                .allSatisfy(
                        mail -> assertThat(visitor().get(mail.path()).statusCode()).isEqualTo(410));
    }

    @Test
    @Tag("SECURITY-32")
    void theApiTakesThePasswordWithTheLinkToo() {
        String email = newAddress();
        String theirs = "the sentence of a stranger";
        client().post("/api/v1/sign-up", Map.of("email", email, "password", theirs));
        String token = mails.mail(email, NoticeKind.CONFIRM_ADDRESS).token();

        assertThat(client().post("/api/v1/sign-up/confirm", Map.of("token", token)).problem())
                .isEqualTo("password-refused");
        assertThat(
                        client().post(
                                        "/api/v1/sign-up/confirm",
                                        Map.of("token", token, "password", SENTENCE))
                                .status())
                .isEqualTo(204);

        assertThat(client().signIn(email, theirs).status()).isEqualTo(401);
        assertThat(client().signIn(email, SENTENCE).status()).isEqualTo(200);
    }

    @Test
    void whatNobodyConfirmsWithinADayIsForgotten() {
        String email = newAddress();
        Visitor visitor = visitor();
        String sent = signUp(visitor, email).location();
        String link = mails.mail(email, NoticeKind.CONFIRM_ADDRESS).path();

        jdbc.sql("update sign_up set expires_at = now() where email = :email")
                .param("email", email)
                .update();

        assertThat(visitor.get(link).statusCode()).isEqualTo(410);
        assertThat(Page.of(visitor.get(sent)).location()).isEqualTo("/sign-up");
        forgetful.forEach(Forgetful::forgetOld);
        assertThat(rows(email)).isZero();
    }

    @Test
    void saysWhatIsNoAddress() {
        Page page = signUp(visitor(), "no address");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text("#email-flaw")).startsWith("We cannot send mail");
        assertThat(page.attribute("#email-flaw", "role")).isEqualTo("alert");
        assertThat(page.attribute("#email", "value")).isEqualTo("no address");
    }

    @ParameterizedTest
    @CsvSource({
        "short, Too short",
        "password1234, Too easy to guess: this is among",
        "my %s web, Too easy to guess: it contains"
    })
    void saysAtThePasswordWhatIsWrongAndTheLinkGoesOnWorking(String form, String sentence) {
        String email = newAddress();
        signUp(visitor(), email);
        String link = mails.mail(email, NoticeKind.CONFIRM_ADDRESS).path();
        String password = form.formatted(email.substring(0, email.indexOf('@')));

        Page page = confirm(visitor(), link, password);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text("#new-password-flaw")).startsWith(sentence);
        assertThat(page.attribute("#new-password-flaw", "role")).isEqualTo("alert");
        assertThat(page.attribute("#email", "value")).isEqualTo(email);
        assertThat(page.attribute("#new-password", "value")).isEmpty();
        assertThat(confirm(visitor(), link).location()).isEqualTo("/sign-in?confirmed");
    }

    @Test
    void refusesAPasswordThatIsTooLong() {
        String email = newAddress();
        signUp(visitor(), email);
        String link = mails.mail(email, NoticeKind.CONFIRM_ADDRESS).path();

        assertThat(confirm(visitor(), link, "sentence ".repeat(20)).text("#new-password-flaw"))
                .startsWith("Too long");
    }

    private static String newAddress() {
        return UUID.randomUUID() + "@people.test";
    }

    private int rows(String email) {
        return jdbc.sql("select count(*) from sign_up where email = :email")
                .param("email", email)
                .query(Integer.class)
                .single();
    }

    private static Page confirm(Visitor visitor, String link) {
        return confirm(visitor, link, SENTENCE);
    }

    private static Page confirm(Visitor visitor, String link, String password) {
        return Page.of(
                visitor.post(
                        "/confirm-address", link, Map.of("t", token(link), "password", password)));
    }

    private static String token(String link) {
        return link.replaceAll(".*\\?t=", "");
    }

    private static Page signUp(Visitor visitor, String email) {
        return Page.of(visitor.post("/sign-up", "/sign-up", Map.of("email", email)));
    }
}
