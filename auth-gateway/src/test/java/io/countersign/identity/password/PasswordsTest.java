package io.countersign.identity.password;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.events.content.NoticeKind;
import io.countersign.gateway.ApiClient;
import io.countersign.gateway.ApiClient.Answer;
import io.countersign.gateway.GatewayTest;
import io.countersign.gateway.MailInbox;
import io.countersign.gateway.Visitor;
import io.countersign.gateway.web.Page;
import io.countersign.test.AtOnce;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class PasswordsTest extends GatewayTest {

    private static final String CHOSEN = "the sentence that comes next";

    @Autowired private MailInbox mails;
    @Autowired private JdbcClient jdbc;

    @Test
    @Tag("SECURITY-13")
    void a_forgotten_password_is_replaced_and_the_second_factor_still_asked_for() {
        Person person = person();
        ApiClient before = signedIn(person);
        Visitor visitor = visitor();
        ask(visitor, person.email());
        String link = mails.mail(person.email(), NoticeKind.PASSWORD_RESET).path();

        assertThat(Page.of(visitor.get(link)).text("h1")).isEqualTo("Choose a new password");
        Page changed = choose(visitor, link, CHOSEN);

        assertThat(changed.location()).isEqualTo("/sign-in?password-changed");
        assertThat(visitor.get("/security").statusCode()).as("nobody is signed in").isEqualTo(302);
        assertThat(before.standing()).isEqualTo("STRANGER");
        assertThat(client().signIn(person.email(), PASSWORD).status()).isEqualTo(401);
        ApiClient after = client();
        after.signIn(person.email(), CHOSEN);
        assertThat(after.standing()).isEqualTo("AWAITS_SECOND_FACTOR");
        mails.mail(person.email(), NoticeKind.PASSWORD_CHANGED);
    }

    @Test
    @Tag("SECURITY-13")
    void a_reset_link_serves_once_and_no_other_one_after_it() {
        Person person = person();
        ask(visitor(), person.email());
        String first = mails.mail(person.email(), NoticeKind.PASSWORD_RESET).path();
        ask(visitor(), person.email());
        String second = mails.mail(person.email(), NoticeKind.PASSWORD_RESET, 2).path();
        choose(visitor(), first, CHOSEN);

        assertThat(visitor().get(first).statusCode()).isEqualTo(410);
        assertThat(visitor().get(second).statusCode()).isEqualTo(410);
    }

    @Test
    void of_many_who_use_a_link_at_once_one_does() throws Exception {
        Person person = person();
        ask(visitor(), person.email());
        String token = mails.mail(person.email(), NoticeKind.PASSWORD_RESET).token();

        List<Integer> answers =
                AtOnce.times(
                        10,
                        i ->
                                client().post(
                                                "/api/v1/password-reset",
                                                Map.of("token", token, "password", CHOSEN + i))
                                        .status());

        assertThat(answers).containsOnlyOnce(204).containsOnly(204, 410);
    }

    @Test
    void of_several_links_that_are_used_at_once_one_serves() {
        Person person = person();
        for (int i = 0; i < 3; i++) {
            ask(visitor(), person.email());
        }
        mails.mail(person.email(), NoticeKind.PASSWORD_RESET, 3);
        List<String> tokens =
                mails.of(person.email(), NoticeKind.PASSWORD_RESET).stream()
                        .map(MailInbox.Mail::token)
                        .toList();

        List<Integer> answers =
                AtOnce.times(
                        3,
                        i ->
                                client().post(
                                                "/api/v1/password-reset",
                                                Map.of(
                                                        "token",
                                                        tokens.get(i),
                                                        "password",
                                                        CHOSEN + i))
                                        .status());

        assertThat(answers).containsOnlyOnce(204).containsOnly(204, 410);
    }

    @Test
    void a_password_that_cannot_be_chosen_leaves_the_link_good() {
        Person person = person();
        Visitor visitor = visitor();
        ask(visitor, person.email());
        String link = mails.mail(person.email(), NoticeKind.PASSWORD_RESET).path();

        Page refused = choose(visitor, link, "short");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("#new-password-flaw")).startsWith("Too short");
        assertThat(choose(visitor, link, CHOSEN).location()).startsWith("/sign-in?");
    }

    @Test
    void a_link_is_gone_after_half_an_hour() {
        Person person = person();
        ask(visitor(), person.email());
        String link = mails.mail(person.email(), NoticeKind.PASSWORD_RESET).path();
        jdbc.sql(
                        "update mail_link set expires_at = expires_at - interval '30 minutes' where subject = :account")
                .param("account", person.account().value())
                .update();

        assertThat(visitor().get(link).statusCode()).isEqualTo(410);
    }

    @Test
    @Tag("SECURITY-12")
    void a_locked_account_gets_no_link_and_uses_none() {
        Person person = person();
        ask(visitor(), person.email());
        String token = mails.mail(person.email(), NoticeKind.PASSWORD_RESET).token();
        jdbc.sql("update account set status = 'LOCKED' where id = :id")
                .param("id", person.account().value())
                .update();

        Answer refused =
                client().post("/api/v1/password-reset", Map.of("token", token, "password", CHOSEN));

        assertThat(refused.problem()).isEqualTo("link-gone");
    }

    @Test
    @Tag("SECURITY-25")
    void nobody_learns_whether_there_is_an_account() {
        Person person = person();
        Answer known = askByApi(person.email());
        Answer unknown = askByApi(UUID.randomUUID() + "@people.test");

        assertThat(known.status()).isEqualTo(unknown.status()).isEqualTo(202);
        assertThat(known.http().body()).isEqualTo(unknown.http().body());
        assertThat(ask(visitor(), person.email()).location())
                .isEqualTo(ask(visitor(), UUID.randomUUID() + "@people.test").location());
    }

    @Test
    @Tag("SECURITY-25")
    void three_mails_an_hour_go_to_one_address_whether_or_not_it_has_an_account() {
        for (String email : List.of(person().email(), UUID.randomUUID() + "@people.test")) {
            for (int i = 0; i < 3; i++) {
                assertThat(askByApi(email).status()).isEqualTo(202);
            }
            assertThat(askByApi(email).problem()).isEqualTo("reset-limited");
        }
    }

    @Test
    void who_is_signed_in_changes_the_password_and_all_other_sessions_end() {
        Person person = person();
        ApiClient other = signedIn(person);
        ApiClient own = client();
        own.signIn(person.email(), PASSWORD);
        own.answer(inbox.code(person.phone(), 2));
        ApiClient thief = own.copy();

        assertThat(change(own, "not the password", CHOSEN).problem()).isEqualTo("password-wrong");
        assertThat(change(own, PASSWORD, "short").problem()).isEqualTo("password-refused");
        assertThat(change(own, PASSWORD, CHOSEN).status()).isEqualTo(204);

        assertThat(own.standing()).isEqualTo("SIGNED_IN");
        assertThat(other.standing()).isEqualTo("STRANGER");
        assertThat(thief.standing()).as("the id is another one").isEqualTo("STRANGER");
        assertThat(client().signIn(person.email(), PASSWORD).status()).isEqualTo(401);
        assertThat(client().signIn(person.email(), CHOSEN).status()).isEqualTo(200);
        mails.mail(person.email(), NoticeKind.PASSWORD_CHANGED);
    }

    @Test
    void the_page_changes_the_password_too() {
        Person person = personWithoutPhone();
        Visitor visitor = visitor();
        visitor.signIn(person.email(), PASSWORD);

        Page changed =
                Page.of(
                        visitor.post(
                                "/security/password",
                                "/security/password",
                                Map.of("password", PASSWORD, "newPassword", CHOSEN)));

        assertThat(changed.location()).isEqualTo("/security?password-changed");
        assertThat(Page.of(visitor.get(changed.location())).text("#notice"))
                .startsWith("Your password is changed.");
    }

    @Test
    @Tag("SECURITY-21")
    void whoever_says_that_it_was_not_them_ends_everything() {
        Person person = person();
        ApiClient intruder = signedIn(person);
        ApiClient pending = client();
        pending.signIn(person.email(), PASSWORD);
        String code = inbox.code(person.phone(), 2);
        pending.answer(code.equals("000000") ? "000001" : "000000");
        String link = mails.mail(person.email(), NoticeKind.SECOND_FACTOR_FAILED).path();
        Visitor owner = visitor();

        assertThat(Page.of(owner.get(link)).text("h1")).isEqualTo("This was not you?");
        assertThat(intruder.standing()).as("looking ends nothing").isEqualTo("SIGNED_IN");
        Page done = Page.of(owner.post("/not-me", link, Map.of("t", token(link))));

        assertThat(done.text("h1")).isEqualTo("Nobody is signed in any more");
        assertThat(intruder.standing()).isEqualTo("STRANGER");
        assertThat(pending.answer(code).status()).isIn(401, 403, 409);
        assertThat(owner.get("/security").statusCode()).as("nor is the owner").isEqualTo(302);
        assertThat(visitor().get(link).statusCode()).isEqualTo(410);
        String reset = mails.mail(person.email(), NoticeKind.PASSWORD_RESET).path();
        assertThat(choose(visitor(), reset, CHOSEN).location())
                .isEqualTo("/sign-in?password-changed");
    }

    @Test
    void a_link_for_one_thing_serves_no_other() {
        Person person = person();
        ask(visitor(), person.email());
        String token = mails.mail(person.email(), NoticeKind.PASSWORD_RESET).token();

        assertThat(client().post("/api/v1/not-me", Map.of("token", token)).problem())
                .isEqualTo("link-gone");
        assertThat(client().post("/api/v1/sign-up/confirm", Map.of("token", token)).problem())
                .isEqualTo("link-gone");
    }

    private ApiClient signedIn(Person person) {
        ApiClient client = client();
        client.signIn(person.email(), PASSWORD);
        assertThat(client.answer(inbox.code(person.phone(), 1)).status()).isEqualTo(200);
        return client;
    }

    private static Answer change(ApiClient client, String current, String chosen) {
        return client.post("/api/v1/password", Map.of("password", current, "newPassword", chosen));
    }

    private Answer askByApi(String email) {
        return client().post("/api/v1/forgotten-password", Map.of("email", email));
    }

    private static Page ask(Visitor visitor, String email) {
        return Page.of(visitor.post("/forgotten", "/forgotten", Map.of("email", email)));
    }

    private static Page choose(Visitor visitor, String link, String password) {
        return Page.of(
                visitor.post(
                        "/password-reset", link, Map.of("t", token(link), "password", password)));
    }

    private static String token(String link) {
        return link.replaceAll(".*\\?t=", "");
    }
}
