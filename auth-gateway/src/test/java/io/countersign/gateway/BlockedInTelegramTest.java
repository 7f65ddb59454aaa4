package io.countersign.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.broker.Handling;
import io.countersign.broker.ReceivedEvent;
import io.countersign.challenge.store.Statements;
import io.countersign.events.Channel;
import io.countersign.events.DeliveryReported;
import io.countersign.events.EventCodec;
import io.countersign.events.FailureReason;
import io.countersign.events.Progress;
import io.countersign.events.Statement.Linked;
import io.countersign.events.Statement.Reach;
import io.countersign.events.StatementMade;
import io.countersign.events.id.ChallengeId;
import io.countersign.gateway.web.Page;
import io.countersign.identity.factor.telegram.ReachabilityHandler;
import io.countersign.identity.factor.telegram.TelegramAccount;
import io.countersign.identity.factor.telegram.TelegramAccounts;
import java.security.SecureRandom;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A person who blocked the bot and has no other factor, on their way back. */
class BlockedInTelegramTest extends GatewayTest {

    private static final String ADDRESS = "https://t.me/countersign_bot";

    @Autowired private FakeWorkers workers;
    @Autowired private ReachabilityHandler handler;
    @Autowired private TelegramAccounts telegram;
    @Autowired private Statements statements;
    @Autowired private EventCodec codec;
    @Autowired private JdbcClient jdbc;

    private Instant linked;
    private Person person;
    private String user;

    @BeforeEach
    void link() {
        person = personWithoutPhone();
        user = linkTelegram(person);
        linked = Instant.now();
    }

    @Test
    void whoever_unblocks_the_bot_is_asked_there_again() {
        workers.reaches(user, false, linked.plusSeconds(60));
        Awaitility.await().until(() -> !reachable());

        workers.reaches(user, true, linked.plusSeconds(61));

        Awaitility.await().until(this::reachable);
        client().signIn(person.email(), PASSWORD);
        assertThat(workers.to(user, 1)).isNotEmpty();
    }

    @Test
    void everybody_who_linked_the_telegram_account_is_reached_again() {
        Person other = personWithoutPhone();
        telegram.add(
                other.account(),
                "Ours",
                new Linked(next(), Long.parseLong(user), Long.parseLong(user), "Anna", null));
        hear(Channel.TELEGRAM, false, 60);
        assertThat(reachable(other)).isFalse();

        hear(Channel.TELEGRAM, true, 61);

        assertThat(reachable(other)).isTrue();
        assertThat(reachable()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "en, Open the bot in Telegram",
        "de, Öffnen Sie den Bot in Telegram",
        "es, Abra el bot en Telegram",
        "ru, Откройте бота в Telegram",
    })
    void the_page_says_the_way_out(String language, String words) {
        hear(Channel.TELEGRAM, false, 60);
        Visitor visitor = visitor();
        visitor.signIn(person.email(), PASSWORD);

        Page page = Page.of(visitor.get("/challenge?lang=" + language));

        assertThat(page.text("#unreachable-telegram")).contains(words);
        assertThat(page.document().select("#unreachable-telegram a").eachAttr("href"))
                .contains(ADDRESS, "/challenge?method=telegram");
        assertThat(page.text("#nothing")).doesNotContain("Try again later");
    }

    @Test
    void the_page_asks_in_telegram_once_that_can_be_reached_again() {
        hear(Channel.TELEGRAM, false, 60);
        Visitor visitor = visitor();
        visitor.signIn(person.email(), PASSWORD);
        hear(Channel.TELEGRAM, true, 61);

        Page page = Page.of(visitor.get("/challenge?method=telegram"));

        assertThat(page.has("#ask-in-telegram")).isTrue();
        assertThat(page.has("#unreachable-telegram")).isFalse();
    }

    @Test
    void whoever_has_another_way_sees_it_and_the_way_out() {
        Person other = person();
        user = linkTelegram(other);
        hear(Channel.TELEGRAM, false, 60);
        Visitor visitor = visitor();
        visitor.signIn(other.email(), PASSWORD);

        Page page = Page.of(visitor.get("/challenge"));

        assertThat(page.has("#code")).isTrue();
        assertThat(page.has("#unreachable-telegram")).isTrue();
    }

    @Test
    void the_api_says_the_way_out() {
        hear(Channel.TELEGRAM, false, 60);
        ApiClient client = client();

        var challenge = client.signIn(person.email(), PASSWORD).body().path("challenge");

        assertThat(challenge.path("methods")).isEmpty();
        assertThat(challenge.at("/unreachable/0/method").asString()).isEqualTo("TELEGRAM");
        assertThat(challenge.at("/unreachable/0/address").asString()).isEqualTo(ADDRESS);

        hear(Channel.TELEGRAM, true, 61);
        var later = client.get("/api/v1/challenge").body();
        assertThat(later.at("/methods/0/method").asString()).isEqualTo("TELEGRAM");
        assertThat(later.path("unreachable")).isEmpty();
    }

    @Test
    @Tag("SECURITY-30")
    void who_holds_no_key_switches_no_block_on_or_off() {
        hear(Channel.SMS, false, 60);
        reports(FailureReason.BLOCKED_BY_RECIPIENT);
        assertThat(reachable()).isTrue();
        hear(Channel.TELEGRAM, false, 60);

        hear(Channel.SMS, true, 120);

        assertThat(reachable()).isFalse();
    }

    @Test
    @Tag("SECURITY-30")
    void what_was_sealed_for_another_id_switches_nothing() {
        ChallengeId made = next();
        ChallengeId moved = next();
        Reach lost = new Reach(Long.parseLong(user), false, linked.plusSeconds(60));
        byte[] sealed = FakeWorkers.seal(Channel.TELEGRAM).seal(lost, made);
        statements.make(moved, Reach.NAME, sealed, Instant.now().plusSeconds(300));

        tell(moved);

        assertThat(reachable()).isTrue();
    }

    @Test
    @Tag("SECURITY-30")
    void an_old_word_that_is_repeated_overrides_no_later_one() {
        ChallengeId lost = hear(Channel.TELEGRAM, false, 60);
        ChallengeId back = hear(Channel.TELEGRAM, true, 61);
        tell(lost);
        assertThat(reachable()).isTrue();
        hear(Channel.TELEGRAM, false, 62);

        tell(back);
        tell(lost);

        assertThat(reachable()).isFalse();
        tell(hear(Channel.TELEGRAM, true, 63));
        assertThat(reachable()).isTrue();
    }

    @Test
    void who_blocked_the_bot_before_linking_it_anew_is_reached() {
        hear(Channel.TELEGRAM, false, -60);

        assertThat(reachable()).isTrue();
    }

    @Test
    void whoever_writes_and_writes_costs_no_write_here() {
        String before = version();

        for (int i = 1; i <= 20; i++) {
            hear(Channel.TELEGRAM, true, i);
        }

        assertThat(version()).isEqualTo(before);
    }

    /** Hears it under the channel's seal. */
    private ChallengeId hear(Channel channel, boolean reachable, long seconds) {
        ChallengeId id = next();
        Reach reach = new Reach(Long.parseLong(user), reachable, linked.plusSeconds(seconds));
        workers.keep(channel, id, reach);
        tell(id);
        return id;
    }

    private void tell(ChallengeId id) {
        StatementMade made = new StatementMade(id, Channel.TELEGRAM, Reach.NAME, Instant.now());
        assertThat(handler.handle(new ReceivedEvent(codec.encode(made), 0)))
                .isEqualTo(Handling.DONE);
    }

    private void reports(FailureReason reason) {
        client().signIn(person.email(), PASSWORD);
        var asked = workers.to(user, 1).getFirst();
        DeliveryReported report =
                new DeliveryReported(
                        asked.event().delivery(1),
                        Channel.TELEGRAM,
                        Progress.FAILED,
                        reason,
                        null,
                        Instant.now());
        var _ = handler.handle(new ReceivedEvent(codec.encode(report), 0));
    }

    private boolean reachable() {
        return reachable(person);
    }

    private boolean reachable(Person who) {
        return telegram.of(who.account()).stream().allMatch(TelegramAccount::reachable);
    }

    private String version() {
        return jdbc.sql("select xmin::text from telegram_account where account_id = :account")
                .param("account", person.account().value())
                .query(String.class)
                .single();
    }

    private static ChallengeId next() {
        return ChallengeId.next(new SecureRandom());
    }
}
