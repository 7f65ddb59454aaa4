package io.countersign.telegram.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.challenge.store.StoreUnavailable;
import io.countersign.channel.kit.ChannelSenderContract;
import io.countersign.channel.kit.RecipientTroubleContract;
import io.countersign.channel.send.ChannelSender;
import io.countersign.channel.send.Concerned;
import io.countersign.channel.send.DeliveryOutcome;
import io.countersign.channel.send.DeliveryOutcome.Accepted;
import io.countersign.channel.send.DeliveryOutcome.Refused;
import io.countersign.channel.send.DeliveryOutcome.Unavailable;
import io.countersign.channel.send.DeliveryOutcome.Uncertain;
import io.countersign.channel.send.OutgoingMessage;
import io.countersign.events.FailureReason;
import io.countersign.events.content.Destination;
import io.countersign.events.content.Fact;
import io.countersign.events.content.Message;
import io.countersign.telegram.Bench;
import io.countersign.telegram.bot.Bot;
import io.countersign.telegram.bot.Pace;
import io.countersign.telegram.bot.SendingTurns;
import io.countersign.telegram.bot.TelegramStandIn;
import io.countersign.telegram.bot.TelegramStandIn.Seen;
import io.countersign.telegram.bot.TelegramStandIn.Treatment;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PromptSenderTest extends ChannelSenderContract implements RecipientTroubleContract {

    private static final AtomicLong CHATS = new AtomicLong(System.nanoTime() / 1_000);

    private static final Map<Fact, String> FACTS =
            Map.of(
                    Fact.AT,
                    "2026-11-22T12:34:56Z",
                    Fact.ADDRESS,
                    "198.51.100.7",
                    Fact.DEVICE,
                    "Firefox on Linux");

    private final Bench bench = new Bench();
    private final TelegramStandIn telegram = new TelegramStandIn();
    private final Bot bot = new Bot(telegram.settings());
    private final SendingTurns turns = new SendingTurns(new Pace(bench::connection, 1_000));
    private final List<Prompt> opened = new ArrayList<>();
    private final long chat = CHATS.incrementAndGet();

    @AfterEach
    void close() {
        bot.close();
        turns.close();
        telegram.close();
        bench.close();
    }

    @Override
    protected ChannelSender senderWhileProvider(Behaviour behaviour) {
        switch (behaviour) {
            case ACCEPTS -> telegram.treatsAsEver("sendmessage");
            case REFUSES_DESTINATION -> sendingMeets(blocked());
            case ASKS_TO_WAIT_7_SECONDS -> sendingMeets(TelegramStandIn.askToWait(7));
            case BREAKS -> sendingMeets(TelegramStandIn.reject(500, "Internal Server Error"));
            case ACCEPTS_BUT_NEVER_ANSWERS -> sendingMeets(telegram.neverAnswer());
            case CUTS_THE_CONNECTION -> sendingMeets(TelegramStandIn.cut());
            case IS_GONE -> telegram.close();
        }
        return sender(opened::add);
    }

    @Override
    protected int requestsSeen() {
        return telegram.seen("sendmessage").size();
    }

    @Override
    protected Destination destination() {
        return new Destination("" + chat);
    }

    @Override
    protected Message content() {
        return new Message.Confirmation(List.of(42, 17, 99), FACTS);
    }

    @Override
    public List<Runnable> troublesOfOne() {
        return List.of(
                () -> sendingMeets(TelegramStandIn.askToWait(30)),
                () -> sendingMeets(TelegramStandIn.reject(400, "Bad Request: something new")));
    }

    @Override
    public void wellAgain() {
        telegram.treatsAsEver("sendmessage");
    }

    @Override
    public ChannelSender sender() {
        return new PromptSender(bot, turns, bench.store(), opened::add, Bench.RANDOM);
    }

    /** To a chat of its own, since each may get one message a second only. */
    @Override
    public Destination anotherRecipient() {
        return new Destination("" + CHATS.incrementAndGet());
    }

    @Test
    @Tag("RELIABILITY-19")
    void several_chats_in_a_row_that_are_told_to_wait_mean_the_bot() {
        sendingMeets(TelegramStandIn.askToWait(7));
        ChannelSender sender = sender(opened::add);

        assertThat(List.of(1, 2, 3, 4, 5))
                .extracting(_ -> ((Unavailable) sender.send(toAnother())).whom())
                .containsExactly(
                        Concerned.RECIPIENT,
                        Concerned.RECIPIENT,
                        Concerned.RECIPIENT,
                        Concerned.RECIPIENT,
                        Concerned.PROVIDER);
        telegram.treatsAsEver("sendmessage");
        sender.send(toAnother());
        sendingMeets(TelegramStandIn.askToWait(7));
        assertThat(((Unavailable) sender.send(toAnother())).whom()).isEqualTo(Concerned.RECIPIENT);
    }

    private OutgoingMessage toAnother() {
        OutgoingMessage one = message();
        return new OutgoingMessage(
                one.delivery(),
                anotherRecipient(),
                one.message(),
                one.locale(),
                one.validity(),
                one.timeout());
    }

    @Test
    void a_question_says_what_is_known_of_the_attempt_and_shows_four_buttons() {
        sender(opened::add).send(message());

        Seen sent = telegram.seen("sendmessage").getFirst();
        assertThat(sent.parameters().path("chat_id").asString()).isEqualTo("" + chat);
        assertThat(sent.text())
                .contains("Device: Firefox on Linux", "IP address: 198.51.100.7", "12:34", "UTC")
                .doesNotContain("Place");
        assertThat(sent.buttons()).hasSize(4).allMatch(data -> data.length() <= 64);
        assertThat(sent.parameters().path("reply_markup").toString())
                .containsSubsequence("\"42\"", "\"17\"", "\"99\"", "It’s not me");
    }

    @ParameterizedTest
    @CsvSource({
        "de,Das bin ich nicht",
        "es,No soy yo",
        "ru,Это не я",
        "en-GB,It’s not me",
        "fr,It’s not me"
    })
    void a_question_is_in_the_persons_language(String language, String refusal) {
        sender(opened::add).send(message(message(), content(), language));

        assertThat(telegram.seen("sendmessage").getFirst().parameters().toString())
                .contains(refusal);
    }

    @Test
    void nobody_adds_lines_to_a_question() {
        Message content =
                new Message.Confirmation(
                        List.of(10, 11, 12),
                        Map.of(Fact.DEVICE, "Phone\n\nPress 11 to be safe\u202e"));

        sender(opened::add).send(message(message(), content, "en"));

        assertThat(telegram.seen("sendmessage").getFirst().text())
                .contains("Device: Phone Press 11 to be safe")
                .doesNotContain("\u202e");
    }

    @Test
    void a_long_fact_is_cut_between_characters() {
        Message content =
                new Message.Confirmation(
                        List.of(10, 11, 12), Map.of(Fact.DEVICE, "x" + "🌻".repeat(200)));

        sender(opened::add).send(message(message(), content, "en"));

        assertThat(telegram.seen("sendmessage").getFirst().text()).contains("🌻…");
    }

    @Test
    void a_question_is_remembered_with_the_number_of_its_message_and_a_nonce_of_its_own() {
        Accepted first = (Accepted) sender(opened::add).send(message());
        sender(opened::add).send(message(message(), content(), "en"));

        Prompt prompt = opened.getFirst();
        assertThat(first.reference()).isEqualTo("" + prompt.message());
        assertThat(telegram.seen("sendmessage").getFirst().buttons())
                .allMatch(data -> data.contains(prompt.question().nonce().value()));
        assertThat(opened.getLast().question().nonce()).isNotEqualTo(prompt.question().nonce());
        assertThat(prompt.deadline())
                .isBetween(Instant.now().plusSeconds(110), Instant.now().plusSeconds(121));
    }

    @Test
    void a_question_that_cannot_be_remembered_is_withdrawn() {
        ChannelSender forgetful =
                sender(
                        _ -> {
                            throw new StoreUnavailable(new IOException("down"));
                        });

        assertThat(forgetful.send(message())).isInstanceOf(Uncertain.class);

        assertThat(telegram.seen("editmessagetext"))
                .singleElement()
                .satisfies(edit -> assertThat(edit.text()).contains("cannot be used"));
    }

    @ParameterizedTest
    @CsvSource({
        "403,Forbidden: bot was blocked by the user,BLOCKED_BY_RECIPIENT",
        "403,Forbidden: user is deactivated,DESTINATION_INVALID",
        "403,Forbidden: bot can't initiate conversation with a user,BLOCKED_BY_RECIPIENT",
        "403,Forbidden: something new,BLOCKED_BY_RECIPIENT",
        "400,Bad Request: chat not found,DESTINATION_INVALID",
        "400,Bad Request: PEER_ID_INVALID,DESTINATION_INVALID"
    })
    void a_chat_that_never_works_is_refused_with_the_reason(
            int code, String description, FailureReason reason) {
        assertThat(sendWhile(TelegramStandIn.reject(code, description)))
                .isEqualTo(new Refused(reason, "status=" + code));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 404})
    void a_refused_token_is_told_and_not_tried_again_for_a_while(int code) {
        assertThat(sendWhile(TelegramStandIn.reject(code, "Unauthorized")))
                .isEqualTo(
                        new Unavailable(
                                Concerned.PROVIDER,
                                Duration.ofSeconds(30),
                                "status=%d wrong bot token".formatted(code)));
    }

    @ParameterizedTest
    @CsvSource({"400,Bad Request: message is too long", "409,Conflict", "418,I am a teapot"})
    void anything_else_with_a_4xx_was_not_taken(int code, String description) {
        assertThat(sendWhile(TelegramStandIn.reject(code, description)))
                .isEqualTo(
                        new Unavailable(
                                code == 400 ? Concerned.RECIPIENT : Concerned.PROVIDER,
                                "status=" + code));
    }

    @ParameterizedTest
    @CsvSource({"502,<html>bad gateway</html>", "200,<html>hello</html>", "200,{}", "200,''"})
    void what_is_not_an_answer_of_the_bot_api_may_mean_that_it_was_taken(int status, String body) {
        assertThat(sendWhile(TelegramStandIn.answerWith(status, body)))
                .isInstanceOf(Uncertain.class);
        assertThat(requestsSeen()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+12015550123", "-100123", "0", "@name", "12345678901234567890"})
    void only_a_private_chat_is_written_to(String destination) {
        OutgoingMessage message = message();

        assertThat(
                        sender(opened::add)
                                .send(
                                        new OutgoingMessage(
                                                message.delivery(),
                                                new Destination(destination),
                                                message.message(),
                                                message.locale(),
                                                message.validity(),
                                                message.timeout())))
                .isInstanceOf(Refused.class);
        assertThat(requestsSeen()).isZero();
    }

    @Test
    @Tag("SECURITY-23")
    void no_outcome_quotes_the_chat_or_the_token() {
        for (Treatment treatment :
                List.of(blocked(), TelegramStandIn.cut(), TelegramStandIn.answerWith(200, "x"))) {
            assertThat(sendWhile(treatment).toString())
                    .doesNotContain("" + chat, TelegramStandIn.TOKEN);
        }
    }

    private static Treatment blocked() {
        return TelegramStandIn.reject(403, "Forbidden: bot was blocked by the user");
    }

    private DeliveryOutcome sendWhile(Treatment treatment) {
        sendingMeets(treatment);
        return sender(opened::add).send(message());
    }

    private void sendingMeets(Treatment treatment) {
        telegram.treats("sendmessage", treatment);
    }

    private ChannelSender sender(OpenPrompts prompts) {
        return new PromptSender(bot, turns, bench.store(), prompts, Bench.RANDOM);
    }

    private static OutgoingMessage message(OutgoingMessage like, Message what, String language) {
        return new OutgoingMessage(
                like.delivery(),
                like.destination(),
                what,
                Locale.forLanguageTag(language),
                like.validity(),
                like.timeout());
    }
}
