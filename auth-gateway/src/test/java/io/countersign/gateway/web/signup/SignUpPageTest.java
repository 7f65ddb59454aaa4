package io.countersign.gateway.web.signup;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.events.NoticeKind;
import io.countersign.gateway.GatewayTest;
import io.countersign.gateway.MailInbox;
import io.countersign.gateway.MailInbox.Mail;
import io.countersign.gateway.Visitor;
import io.countersign.gateway.web.Page;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
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

    @Test
    void isOfferedOnTheSignInPage() {
        assertThat(Page.of(visitor().get("/sign-in")).attribute("#sign-up", "href"))
                .isEqualTo("/sign-up");
    }

    @Test
    void makesAnAccountOnceTheMailIsRead() {
        String email = newAddress();
        Visitor visitor = visitor();

        Page joined = signUp(visitor, email, SENTENCE);
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
        signUp(visitor(), email, SENTENCE);
        String link = mails.mail(email, NoticeKind.CONFIRM_ADDRESS).path();
        Visitor first = visitor();
        Visitor second = visitor();
        String token = second.token(link);
        confirm(first, link);

        Page late = Page.of(second.post("/confirm-address", Map.of("t", token(link)), token));

        assertThat(late.status()).isEqualTo(410);
        assertThat(late.text("h1")).isEqualTo("This link does not work any more");
        assertThat(visitor().get(link).statusCode()).isEqualTo(410);
    }

    @Test
    @Tag("SECURITY-25")
    void saysTheSameOfAnAddressThatHasAnAccountAndTellsItsOwnerAlone() {
        Person person = person();
        Visitor stranger = visitor();

        Page taken = Page.of(stranger.get(signUp(stranger, person.email(), SENTENCE).location()));

        assertThat(taken.text("h1")).isEqualTo("Look into your mail");
        assertThat(mails.mail(person.email(), NoticeKind.ALREADY_REGISTERED).path())
                .isEqualTo("/sign-in");
        assertThat(mails.of(person.email(), NoticeKind.CONFIRM_ADDRESS)).isEmpty();
        assertThat(visitor().signIn(person.email(), SENTENCE).statusCode()).isEqualTo(401);
    }

    @Test
    void theMailIsSentAgainAndEitherLinkWorks() {
        String email = newAddress();
        Visitor visitor = visitor();
        String sent = signUp(visitor, email, SENTENCE).location();
        String first = mails.mail(email, NoticeKind.CONFIRM_ADDRESS).path();

        Page again = Page.of(visitor.post(sent + "/again", sent, Map.of()));
        assertThat(Page.of(visitor.get(again.location())).text("#notice"))
                .startsWith("The mail is on its way once more.");
        String second = mails.mail(email, NoticeKind.CONFIRM_ADDRESS, 2).path();

        assertThat(second).isNotEqualTo(first);
        assertThat(confirm(visitor(), first).location()).isEqualTo("/sign-in?confirmed");
        assertThat(visitor().get(second).statusCode()).as("it is confirmed").isEqualTo(410);
    }

    @Test
    void fiveMailsAnHourGoToOneAddressAtMost() {
        String email = newAddress();
        Visitor visitor = visitor();
        String sent = signUp(visitor, email, SENTENCE).location();
        for (int i = 0; i < 4; i++) {
            assertThat(visitor.post(sent + "/again", sent, Map.of()).statusCode()).isEqualTo(302);
        }

        assertThat(visitor.post(sent + "/again", sent, Map.of()).statusCode()).isEqualTo(429);
        assertThat(signUp(visitor(), email, SENTENCE).status()).isEqualTo(429);
    }

    @Test
    void whoeverOnlyAsksDoesNotKeepTheOwnerFromTheAddress() {
        String email = newAddress();
        signUp(visitor(), email, "the sentence of a stranger");
        signUp(visitor(), email, SENTENCE);
        mails.mail(email, NoticeKind.CONFIRM_ADDRESS, 2);

        String own =
                mails.of(email, NoticeKind.CONFIRM_ADDRESS).stream()
                        .map(Mail::path)
                        .toList()
                        .getLast();
        confirm(visitor(), own);

        assertThat(mails.of(email, NoticeKind.CONFIRM_ADDRESS))
                .allSatisfy(
                        mail -> assertThat(visitor().get(mail.path()).statusCode()).isEqualTo(410));
    }

    @Test
    void whatNobodyConfirmsWithinADayIsForgotten() {
        String email = newAddress();
        Visitor visitor = visitor();
        String sent = signUp(visitor, email, SENTENCE).location();
        String link = mails.mail(email, NoticeKind.CONFIRM_ADDRESS).path();

        jdbc.sql("update sign_up set expires_at = now() where email = :email")
                .param("email", email)
                .update();

        assertThat(visitor.get(link).statusCode()).isEqualTo(410);
        assertThat(Page.of(visitor.get(sent)).location()).isEqualTo("/sign-up");
        Awaitility.await().until(() -> rows(email) == 0);
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
        return Page.of(visitor.post("/confirm-address", link, Map.of("t", token(link))));
    }

    private static String token(String link) {
        return link.replaceAll(".*\\?t=", "");
    }

    private static Page signUp(Visitor visitor, String email, String password) {
        return Page.of(
                visitor.post("/sign-up", "/sign-up", Map.of("email", email, "password", password)));
    }
}
