package io.countersign.telegram.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.challenge.Approved;
import io.countersign.challenge.Method;
import io.countersign.events.DeliveryReported;
import io.countersign.events.Progress;
import io.countersign.events.Statement.Decision;
import io.countersign.events.id.ChallengeId;
import io.countersign.events.id.DeliveryId;
import io.countersign.telegram.Bench;
import io.countersign.telegram.prompt.BotReply.Again;
import io.countersign.telegram.prompt.BotReply.Say;
import io.countersign.telegram.text.Phrase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose press counts. */
@Tag("SECURITY-16")
class PressHandlerTest {

    private static final long ANNA = 1_001;
    private static final long EVE = 1_002;

    private final Bench bench = new Bench();
    private final PressHandler handler = bench.pressHandler();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void the_persons_press_on_a_number_is_passed_on() {
        Prompt prompt = asked(bench.delivery());

        assertThat(handler.take(press(prompt, 17))).isEqualTo(say(Phrase.PRESS_NUMBER, prompt, 17));

        assertThat(decision(prompt)).contains(new Decision(prompt.question().delivery(), 17));
        assertThat(told()).isEqualTo(1);
    }

    @Test
    void so_is_it_is_not_me() {
        Prompt prompt = asked(bench.delivery());

        assertThat(handler.take(press(prompt, null))).isEqualTo(say(Phrase.PRESS_REFUSAL, prompt));

        assertThat(decision(prompt)).contains(new Decision(prompt.question().delivery(), null));
    }

    @Test
    void a_press_proves_that_the_question_arrived() {
        Prompt prompt = asked(bench.delivery());

        handler.take(press(prompt, 42));

        assertThat(bench.broker().reports())
                .extracting(DeliveryReported::progress)
                .containsExactly(Progress.DELIVERED);
    }

    @Test
    void a_stranger_decides_nothing() {
        Prompt prompt = asked(bench.delivery());
        String data = data(prompt, 17);
        int message = prompt.message();

        for (Press press :
                List.of(
                        new Press(EVE, ANNA, true, message, data),
                        new Press(EVE, EVE, true, message, data),
                        new Press(ANNA, EVE, true, message, data))) {
            assertThat(handler.take(press)).isEqualTo(new Say(Phrase.PRESS_NOT_YOURS));
        }
        assertNothingSaid(prompt);
    }

    @Test
    void a_press_in_a_group_decides_nothing() {
        Prompt prompt = asked(bench.delivery());

        assertThat(handler.take(new Press(ANNA, ANNA, false, prompt.message(), data(prompt, 17))))
                .isEqualTo(new Say(Phrase.PRESS_NOT_YOURS));
        assertNothingSaid(prompt);
    }

    @Test
    void a_press_on_another_message_decides_nothing() {
        Prompt prompt = asked(bench.delivery());

        assertThat(
                        handler.take(
                                new Press(
                                        ANNA, ANNA, true, prompt.message() + 1, data(prompt, 17))))
                .isEqualTo(new Say(Phrase.PRESS_UNKNOWN));
        assertNothingSaid(prompt);
    }

    @Test
    void the_nonce_of_another_challenges_message_decides_nothing() {
        Prompt prompt = asked(bench.delivery());
        Prompt other = asked(bench.delivery());
        PromptButton mixed =
                new PromptButton(prompt.question().delivery(), other.question().nonce(), 17);

        assertThat(handler.take(new Press(ANNA, ANNA, true, prompt.message(), mixed.data())))
                .isEqualTo(new Say(Phrase.PRESS_UNKNOWN));
        assertNothingSaid(prompt);
        assertNothingSaid(other);
    }

    @Test
    void a_number_that_was_not_offered_decides_nothing() {
        Prompt prompt = asked(bench.delivery());

        assertThat(handler.take(press(prompt, 55))).isEqualTo(new Say(Phrase.PRESS_UNKNOWN));
        assertNothingSaid(prompt);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "0123456789abcdefghijkl.1.0.1.0123456789abcdefghijkl.17",
                "0123456789abcdefghijkl.0.0.1.0123456789abcdefghijkl.17",
                "0123456789abcdefghijkl.1.0.1.0123456789abcdefghijkl.7",
                "0123456789abcdefghijkl.1.0.1.0123456789abcdefghijkl.١٧",
                "0123456789abcdefghijkl.1.0.1.0123456789abcdefghijkl.17\n",
                "../../0123456789abcdef.1.0.1.0123456789abcdefghijkl.no"
            })
    void made_up_data_decides_nothing(String data) {
        assertThat(handler.take(new Press(ANNA, ANNA, true, 1, data)))
                .isEqualTo(new Say(Phrase.PRESS_UNKNOWN));
    }

    @Test
    void the_first_decision_stands() {
        Prompt prompt = asked(bench.delivery());
        handler.take(press(prompt, 17));

        assertThat(handler.take(press(prompt, 42))).isEqualTo(say(Phrase.PRESS_TOO_MANY, prompt));
        assertThat(handler.take(press(prompt, null))).isEqualTo(say(Phrase.PRESS_TOO_MANY, prompt));

        assertThat(decision(prompt)).contains(new Decision(prompt.question().delivery(), 17));
    }

    @Test
    @Tag("SECURITY-1")
    void of_100_presses_at_once_one_stands() throws Exception {
        Prompt prompt = asked(bench.delivery());
        List<Callable<BotReply>> presses =
                IntStream.range(0, 100)
                        .mapToObj(
                                i ->
                                        (Callable<BotReply>)
                                                () ->
                                                        handler.take(
                                                                press(
                                                                        prompt,
                                                                        i % 2 == 0 ? 17 : 42)))
                        .toList();

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long refused = 0;
            for (Future<BotReply> reply : threads.invokeAll(presses)) {
                refused += reply.get().equals(say(Phrase.PRESS_TOO_MANY, prompt)) ? 1 : 0;
            }
            assertThat(refused).isEqualTo(50);
        }
    }

    @Test
    @Tag("SECURITY-9")
    void a_press_after_the_deadline_decides_nothing() {
        Prompt prompt = asked(bench.delivery(), Duration.ofSeconds(-1));

        assertThat(handler.take(press(prompt, 17))).isEqualTo(say(Phrase.PRESS_TOO_LATE, prompt));
        assertNothingSaid(prompt);
    }

    @Test
    void a_press_on_what_was_answered_in_another_way_decides_nothing() {
        DeliveryId delivery = bench.delivery();
        Prompt prompt = asked(delivery);
        bench.end(delivery, (terms, now) -> new Approved(terms, Method.TOTP, now));

        assertThat(handler.take(press(prompt, 17))).isEqualTo(say(Phrase.PRESS_TOO_MANY, prompt));
        assertNothingSaid(prompt);
    }

    @Test
    void a_press_that_the_gateway_cannot_hear_of_comes_again_and_is_heard_then() {
        Prompt prompt = asked(bench.delivery());
        bench.broker().goDown();
        assertThat(handler.take(press(prompt, 17))).isEqualTo(new Again());

        bench.broker().comeUp();

        assertThat(handler.take(press(prompt, 17))).isEqualTo(say(Phrase.PRESS_NUMBER, prompt, 17));
        assertThat(told()).isEqualTo(1);
    }

    @Test
    void a_press_on_a_question_that_is_yet_to_be_noted_comes_again() {
        DeliveryId delivery = bench.delivery();
        Prompt unkept = prompt(delivery, Bench.LIFETIME);
        bench.claim(delivery);

        assertThat(handler.take(press(unkept, 17))).isEqualTo(new Again());
    }

    @Test
    @Tag("SECURITY-30")
    void whoever_can_write_to_redis_makes_changes_and_moves_no_question() {
        Prompt prompt = asked(bench.delivery());
        DeliveryId target = bench.delivery();
        String stored = stored(prompt.question().delivery());

        for (String forged :
                List.of(
                        stored,
                        "not even base64!",
                        "e30=",
                        stored.substring(0, stored.length() - 8) + "AAAAAAA=")) {
            bench.connection().sync().set(key(target), forged);
            PromptButton button = new PromptButton(target, prompt.question().nonce(), 17);

            assertThat(handler.take(new Press(ANNA, ANNA, true, prompt.message(), button.data())))
                    .isEqualTo(new Say(Phrase.PRESS_UNKNOWN));
        }
        assertThat(told()).isZero();
    }

    @Test
    @Tag("SECURITY-23")
    void neither_the_chat_nor_the_nonce_is_readable_in_redis() {
        Prompt prompt = asked(bench.delivery());

        assertThat(stored(prompt.question().delivery()))
                .doesNotContain("" + ANNA, prompt.question().nonce().value());
        assertThat(prompt.toString()).doesNotContain("" + ANNA, prompt.question().nonce().value());
    }

    private Prompt asked(DeliveryId delivery) {
        return asked(delivery, Bench.LIFETIME);
    }

    private Prompt asked(DeliveryId delivery, Duration lifetime) {
        Prompt prompt = prompt(delivery, lifetime);
        bench.claim(delivery);
        bench.prompts().keep(prompt);
        return prompt;
    }

    private Prompt prompt(DeliveryId delivery, Duration lifetime) {
        Question question =
                new Question(
                        delivery,
                        ANNA,
                        Nonce.next(Bench.RANDOM),
                        List.of(42, 17, 99),
                        Map.of(),
                        "ru");
        return new Prompt(question, 7, bench.store().now().plus(lifetime), Phrase.QUESTION_CHOOSE);
    }

    private static Press press(Prompt prompt, @Nullable Integer chosen) {
        return new Press(ANNA, ANNA, true, prompt.message(), data(prompt, chosen));
    }

    private static String data(Prompt prompt, @Nullable Integer chosen) {
        return new PromptButton(prompt.question().delivery(), prompt.question().nonce(), chosen)
                .data();
    }

    private static BotReply say(Phrase phrase, Prompt prompt, Object... arguments) {
        return new Say(phrase, List.of(arguments), prompt.question().locale());
    }

    private Optional<Decision> decision(Prompt prompt) {
        return bench.decisions().standing((ChallengeId) prompt.question().delivery().subject());
    }

    private void assertNothingSaid(Prompt prompt) {
        assertThat(decision(prompt)).isEmpty();
        assertThat(told()).isZero();
    }

    /** How often the gateway was told of a statement. */
    private long told() {
        return bench.broker().events().stream()
                .filter(event -> event.attributes().toString().contains("statement.made"))
                .count();
    }

    private String stored(DeliveryId delivery) {
        return Objects.requireNonNull(bench.connection().sync().get(key(delivery)));
    }

    private static String key(DeliveryId delivery) {
        return "countersign:{%s}:prompt:1.0.1".formatted(delivery.subject().wire());
    }
}
