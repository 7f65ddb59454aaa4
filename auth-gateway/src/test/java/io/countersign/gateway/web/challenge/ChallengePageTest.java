package io.countersign.gateway.web.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.challenge.Pending;
import io.countersign.challenge.SealedCode;
import io.countersign.challenge.Terms;
import io.countersign.challenge.Verdict;
import io.countersign.challenge.store.Challenges;
import io.countersign.challenge.store.Dispatch;
import io.countersign.events.FailureReason;
import io.countersign.events.Purpose;
import io.countersign.events.content.Destination;
import io.countersign.events.id.ChallengeId;
import io.countersign.gateway.web.Carrier;
import io.countersign.gateway.web.Page;
import io.countersign.gateway.web.PasswordGivenTest;
import io.countersign.identity.factor.phone.Phones;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class ChallengePageTest extends PasswordGivenTest {

    @Autowired private Carrier carrier;
    @Autowired private Phones phones;
    @Autowired private Challenges challenges;
    @Autowired private JdbcClient jdbc;

    @Test
    void saysWhereTheCodeGoesWithoutTellingTheNumber() {
        Page page = page();

        assertThat(page.text("#destination")).startsWith("Phone, +1••");
        assertThat(page.document().html()).doesNotContain(person.phone());
    }

    @Test
    void letsPhonesFillInTheCode() {
        Page page = page();

        assertThat(page.attribute("#code", "autocomplete")).isEqualTo("one-time-code");
        assertThat(page.attribute("#code", "inputmode")).isEqualTo("numeric");
        assertThat(page.has("#code[autofocus]")).isTrue();
        assertThat(page.has("label[for=code]")).isTrue();
    }

    @Test
    void saysHowFarTheSmsHasCome() {
        assertThat(page().text("#status")).isEqualTo("We are sending the SMS …");

        carrier.claims(person.account());
        assertThat(page().text("#status")).isEqualTo("We are handing the SMS to the operator …");

        carrier.accepts(person.account());
        assertThat(page().text("#status")).startsWith("The operator has accepted the SMS.");

        carrier.delivers(person.account());
        assertThat(page().text("#status")).isEqualTo("The SMS has been delivered to your phone.");
        assertThat(page().attribute("#status", "class")).contains("good");
    }

    @Test
    void saysWhenNobodyKnowsWhetherTheSmsWasSent() {
        carrier.losesSight(person.account());

        assertThat(page().text("#status")).startsWith("We could not find out");
        assertThat(secondsUntilResend()).isZero();
    }

    @Test
    void saysWhenTheSmsCameTooLateToBeSent() {
        carrier.isTooLate(person.account());

        assertThat(page().text("#status")).startsWith("The SMS could not be sent in time.");
    }

    @ParameterizedTest
    @EnumSource
    void saysOfEveryFailureWhatToDoNextAndLetsDoItAtOnce(FailureReason reason) {
        carrier.fails(person.account(), reason);

        Page page = page();

        assertThat(page.text("#status")).contains(". ").doesNotContain("sms.failed");
        assertThat(page.attribute("#status", "class")).contains("bad");
        assertThat(secondsUntilResend()).isZero();
    }

    @Test
    void saysHowLongItTakesUntilAnotherSmsCanBeAskedFor() {
        assertThat(secondsUntilResend()).isBetween(1, 30);
        assertThat(page().text("#send-again")).isEqualTo("Send the code again");
        assertThat(Instant.parse(page().attribute("noscript time", "datetime")))
                .isBetween(Instant.now(), Instant.now().plusSeconds(31));
    }

    @Test
    void refusesAnotherSmsTooEarlyAndSaysWhenItIsTime() {
        Page refused = Page.of(visitor.post("/challenge/send", "/challenge", Map.of()));

        assertThat(refused.location()).isEqualTo("/challenge");
        Page page = page();
        assertThat(page.text("#notice")).startsWith("A code is already on its way.");
        assertThat(Instant.parse(page.attribute("#notice time", "datetime")))
                .isBefore(Instant.now().plusSeconds(31));
        assertThat(page().has("#notice")).as("said once").isFalse();
    }

    @Test
    void sendsAgainAtOnceWhatCertainlyDidNotArrive() {
        carrier.fails(person.account(), FailureReason.NOT_DELIVERED);

        visitor.post("/challenge/send", "/challenge", Map.of());

        assertThat(inbox.code(person.phone(), 2)).isEqualTo(inbox.of(person.phone()).getFirst());
        assertThat(page().text("#status")).isEqualTo("We are sending the SMS …");
    }

    @Test
    @Tag("SECURITY-19")
    void saysWhichLimitIsReachedAndFromWhenOnItIsPossibleAgain() {
        for (int i = 0; i < 3; i++) {
            carrier.fails(person.account(), FailureReason.NOT_DELIVERED);
            visitor.post("/challenge/send", "/challenge", Map.of());
        }

        Page page = page();
        assertThat(page.text("#notice"))
                .startsWith("This phone has been sent several codes within ten minutes.");
        assertThat(Instant.parse(page.attribute("#notice time", "datetime")))
                .isBetween(Instant.now().plusSeconds(300), Instant.now().plusSeconds(601));
    }

    @Test
    void letsChooseAmongSeveralPhones() {
        String other = newNumber();
        phones.addConfirmed(person.account(), new Destination(other), "US", "Work mobile");
        carrier.fails(person.account(), FailureReason.DESTINATION_INVALID);
        Page before = page();
        assertThat(before.text("#other-phones")).isEqualTo("Use another phone");
        String id = before.attribute(".choice", "value");

        visitor.post("/challenge/send", "/challenge", Map.of("factor", id));

        assertThat(page().text("#destination")).startsWith("Work mobile, +1••");
        assertThat(page().text(".choice")).contains("Send to Phone");
        String code = inbox.code(other, 1);
        assertThat(Page.of(visitor.answer(code)).location()).isEqualTo("/");
    }

    @Test
    void aWrongCodeCostsATry() {
        assertThat(page().text("#guesses")).isEqualTo("5 tries left");

        assertThat(Page.of(visitor.answer(wrongCode())).location()).isEqualTo("/challenge");

        Page page = page();
        assertThat(page.text("#notice")).startsWith("That is not the right code.");
        assertThat(page.attribute("#notice", "role")).isEqualTo("alert");
        assertThat(page.attribute("#code", "aria-invalid")).isEqualTo("true");
        assertThat(page.attribute("#code", "aria-describedby")).contains("notice");
        assertThat(page.text("#guesses")).isEqualTo("4 tries left");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "12345", "1234567", "abcdef", "١٢٣٤٥", "1234６", "-123456 7"})
    @Tag("SECURITY-8")
    void whatCannotBeACodeCostsNone(String typed) {
        visitor.answer(typed);

        Page page = page();
        assertThat(page.text("#notice")).startsWith("That cannot be the code");
        assertThat(page.text("#guesses")).isEqualTo("5 tries left");
    }

    @Test
    void theFifthWrongCodeEndsTheSignIn() {
        String wrong = wrongCode();
        for (int i = 0; i < 4; i++) {
            visitor.answer(wrong);
        }
        assertThat(page().text("#guesses")).isEqualTo("1 try left");

        assertThat(Page.of(visitor.answer(wrong)).location()).isEqualTo("/sign-in?locked");

        Page late = Page.of(visitor.get("/challenge"));
        assertThat(late.location()).isEqualTo("/sign-in?ended");
    }

    @Test
    void aCodeThatHasExpiredIsToldAndAnotherOffered() {
        expireChallenge();

        Page answered = Page.of(visitor.answer("123456"));

        assertThat(answered.location()).isEqualTo("/challenge?expired");
        Page page = Page.of(visitor.get("/challenge?expired"));
        assertThat(page.text("#notice")).startsWith("That code is no longer valid.");
        assertThat(page.text(".choice")).startsWith("Send to Phone");
        assertThat(page.has("#code")).isFalse();

        visitor.post("/challenge/send", "/challenge", Map.of());
        assertThat(Page.of(visitor.answer(inbox.code(person.phone(), 2))).location())
                .isEqualTo("/");
    }

    @ParameterizedTest
    @CsvSource({"/challenge, GET", "/challenge/send, POST", "/challenge/answer, POST"})
    void aSignInThatHasEndedLeadsBack(String path, String verb) {
        String token = visitor.token("/challenge");
        jdbc.sql(
                        "update sign_in set outcome = 'EXPIRED', finished_at = now() where account_id = :id")
                .param("id", person.account().value())
                .update();

        Page page =
                Page.of(
                        verb.equals("GET")
                                ? visitor.get(path)
                                : visitor.post(path, Map.of("code", "123456"), token));

        assertThat(page.location()).isEqualTo("/sign-in?ended");
    }

    @Test
    void canBeLeftForSigningInAsSomebodyElse() {
        assertThat(page().has("form[action=/sign-out] #cancel")).isTrue();

        Page out = Page.of(visitor.post("/sign-out", "/challenge", Map.of()));

        assertThat(out.location()).isEqualTo("/sign-in");
        assertThat(
                        jdbc.sql("select outcome from sign_in where account_id = :id")
                                .param("id", person.account().value())
                                .query(String.class)
                                .single())
                .isEqualTo("CANCELLED");
        assertThat(Page.of(visitor.get("/challenge")).location()).isEqualTo("/sign-in");
    }

    private Page page() {
        return Page.of(visitor.get("/challenge"));
    }

    private int secondsUntilResend() {
        return Integer.parseInt(page().attribute("#live", "data-send-in"));
    }

    private String wrongCode() {
        String right = inbox.code(person.phone(), 1);
        return right.substring(0, 5) + (right.charAt(5) == '0' ? '1' : '0');
    }

    private void expireChallenge() {
        inbox.code(person.phone(), 1);
        ChallengeId id = ChallengeId.next(new SecureRandom());
        Instant now = challenges.now();
        Terms terms =
                new Terms(
                        id,
                        Purpose.SIGN_IN,
                        person.account().toString(),
                        "an attempt",
                        now,
                        now.plusSeconds(1));
        challenges.open(new Pending(terms, 5, SealedCode.none(), List.of()), Dispatch.NOTHING);
        jdbc.sql("update sign_in set challenge_id = :challenge where account_id = :account")
                .param("challenge", id.value())
                .param("account", person.account().value())
                .update();
        Awaitility.await()
                .until(() -> challenges.find(id).orElseThrow().verdict() == Verdict.EXPIRED);
    }
}
