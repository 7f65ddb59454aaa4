package io.countersign.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.challenge.store.Tickets;
import io.countersign.events.Channel;
import io.countersign.events.Statement;
import io.countersign.events.content.NoticeKind;
import io.countersign.events.id.ChallengeId;
import io.countersign.gateway.ApiClient.Answer;
import io.countersign.gateway.web.Page;
import io.countersign.test.Digest;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class LinkTelegramTest extends GatewayTest {

    @Autowired private FakeWorkers workers;
    @Autowired private MailInbox mails;
    @Autowired private Tickets tickets;
    @Autowired private JdbcClient jdbc;

    private final long user = ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);
    private Person person;
    private ApiClient client;

    @BeforeEach
    void signIn() {
        person = personWithoutPhone();
        client = client();
        client.signIn(person.email(), PASSWORD);
    }

    @Test
    @Tag("SECURITY-17")
    void whoever_opened_the_address_is_shown_before_they_are_a_factor() {
        Answer begun = begin();
        String id = begun.text("id");
        assertThat(link(id).body().path("openedBy").isNull()).isTrue();
        assertThat(client.post("/api/v1/telegram/links/" + id + "/confirm", Map.of()).problem())
                .isEqualTo("telegram-link-not-opened");

        opens(begun.text("address"), "Anna");

        assertThat(link(id).text("openedBy")).isEqualTo("Anna (@anna)");
        assertThat(accounts()).doesNotContain("Anna");
        assertThat(confirm(id).status()).isEqualTo(200);
        assertThat(accounts()).contains("Anna (@anna)");
    }

    @Test
    void a_linked_account_is_asked_at_the_next_sign_in() {
        Answer begun = begin();
        opens(begun.text("address"), "Anna");
        confirm(begun.text("id"));

        ApiClient later = client();
        assertThat(later.signIn(person.email(), PASSWORD).text("standing"))
                .isEqualTo("AWAITS_SECOND_FACTOR");

        assertThat(workers.to(Long.toString(user), 1)).hasSize(1);
    }

    @Test
    @Tag("SECURITY-17")
    void a_ticket_is_good_once_and_stands_nowhere_in_clear() {
        Answer begun = begin();
        String ticket = ticket(begun.text("address"));
        assertThat(ticket).hasSize(22);

        assertThat(redeem(ticket)).isPresent();
        assertThat(redeem(ticket)).isEmpty();
        assertThat(
                        jdbc.sql("select telegram_link::text from telegram_link")
                                .query(String.class)
                                .list()
                                .toString())
                .doesNotContain(ticket)
                .doesNotContain(Digest.of(ticket));
    }

    @Test
    @Tag("SECURITY-14")
    void linking_ends_all_other_sessions() {
        ApiClient elsewhere = client();
        elsewhere.signIn(person.email(), PASSWORD);
        Answer begun = begin();
        opens(begun.text("address"), "Anna");

        confirm(begun.text("id"));

        assertThat(elsewhere.standing()).isEqualTo("STRANGER");
        assertThat(client.standing()).isEqualTo("SIGNED_IN");
    }

    @Test
    @Tag("SECURITY-21")
    void its_owner_is_told_of_each_change_by_mail() {
        Answer begun = begin();
        opens(begun.text("address"), "Anna");
        confirm(begun.text("id"));
        mails.mail(person.email(), NoticeKind.SECOND_FACTOR_ON);

        client.post("/api/v1/telegram/off", Map.of("password", PASSWORD));

        mails.mail(person.email(), NoticeKind.SECOND_FACTOR_OFF);
    }

    @Test
    @Tag("SECURITY-13")
    void another_session_cannot_confirm_it() {
        Answer begun = begin();
        opens(begun.text("address"), "Anna");
        ApiClient elsewhere = client();
        elsewhere.signIn(person.email(), PASSWORD);

        assertThat(
                        elsewhere
                                .post(
                                        "/api/v1/telegram/links/" + begun.text("id") + "/confirm",
                                        Map.of())
                                .problem())
                .isEqualTo("telegram-link-not-found");
    }

    @Test
    @Tag("SECURITY-13")
    void it_takes_the_password() {
        Answer refused =
                client.post("/api/v1/telegram/links", Map.of("name", "Phone", "password", "wrong"));

        assertThat(refused.problem()).isEqualTo("password-wrong");
    }

    @Test
    void what_was_switched_off_is_not_asked_until_it_is_switched_on() {
        Answer begun = begin();
        opens(begun.text("address"), "Anna");
        confirm(begun.text("id"));

        assertThat(client.post("/api/v1/telegram/off", Map.of("password", PASSWORD)).status())
                .isEqualTo(204);
        ApiClient later = client();
        later.signIn(person.email(), PASSWORD);
        assertThat(later.get("/api/v1/challenge").body().path("methods").toString())
                .doesNotContain("TELEGRAM");

        assertThat(client.post("/api/v1/telegram/on", Map.of("password", PASSWORD)).status())
                .isEqualTo(204);
        ApiClient again = client();
        again.signIn(person.email(), PASSWORD);
        assertThat(again.get("/api/v1/challenge").body().path("methods").toString())
                .contains("TELEGRAM");
    }

    @Test
    void the_page_leads_through_it() {
        Visitor visitor = visitor();
        visitor.signIn(person.email(), PASSWORD);
        assertThat(Page.of(visitor.get("/security")).has("#add-telegram")).isTrue();
        String link =
                Page.of(
                                visitor.post(
                                        "/security/telegram/new",
                                        "/security/telegram/new",
                                        Map.of("name", "My phone", "password", PASSWORD)))
                        .location();
        Page begun = Page.of(visitor.get(link));
        assertThat(begun.has("#qr .qr-light")).isTrue();
        assertThat(begun.attribute(".languages a[lang=de]", "href")).isEqualTo(link + "?lang=de");
        assertThat(Page.of(visitor.get(link + "?lang=de")).attribute("#open-telegram", "href"))
                .isEqualTo(begun.attribute("#open-telegram", "href"));
        visitor.get(link + "?lang=en");
        Visitor other = visitor();
        other.signIn(person.email(), PASSWORD);
        assertThat(other.get(link).body()).doesNotContain("t.me");
        String status = begun.attribute("#awaited", "data-poll");
        assertThat(visitor.get(status).body()).contains("false");

        opens(begun.attribute("#open-telegram", "href"), "Anna");

        assertThat(visitor.get(status).body()).contains("true");
        String page = begun.attribute("#awaited", "data-go-to");
        assertThat(Page.of(visitor.get(page)).text("#opened-by")).isEqualTo("Anna (@anna)");
        visitor.post(page + "/confirm", page, Map.of());
        assertThat(Page.of(visitor.get("/security")).text()).contains("Anna (@anna)");
    }

    private Answer begin() {
        Answer begun =
                client.post(
                        "/api/v1/telegram/links", Map.of("name", "Phone", "password", PASSWORD));
        assertThat(begun.status()).isEqualTo(201);
        return begun;
    }

    private Answer link(String id) {
        return client.get("/api/v1/telegram/links/" + id);
    }

    private Answer confirm(String id) {
        return client.post("/api/v1/telegram/links/" + id + "/confirm", Map.of());
    }

    private String accounts() {
        return client.get("/api/v1/telegram").body().toString();
    }

    /** As Telegram's worker does. */
    private void opens(String address, String name) {
        ChallengeId id = redeem(ticket(address)).orElseThrow();
        workers.keep(Channel.TELEGRAM, id, new Statement.Linked(id, user, user, name, "anna"));
    }

    private Optional<ChallengeId> redeem(String ticket) {
        String digest = Digest.of(ticket);
        return tickets.redeem(digest)
                .flatMap(
                        good ->
                                FakeWorkers.seal(Channel.TELEGRAM)
                                        .open(good, Statement.Linked.ticketPlace(digest)))
                .map(ChallengeId::parse);
    }

    private static String ticket(String address) {
        return address.substring(address.indexOf("start=") + 6);
    }
}
