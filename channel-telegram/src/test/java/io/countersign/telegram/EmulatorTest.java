package io.countersign.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.countersign.broker.Topic;
import io.countersign.challenge.Denied;
import io.countersign.channel.kit.RunningWorker;
import io.countersign.channel.kit.Surroundings;
import io.countersign.events.Channel;
import io.countersign.events.DeliveryRequested;
import io.countersign.events.EventTopics;
import io.countersign.events.Statement.Decision;
import io.countersign.events.id.ChallengeId;
import io.countersign.telegram.Emulator.Written;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole worker against a Bot API that we did not write.
 *
 * <p>Unlike Telegram, the emulator delivers each update once, whether it is acknowledged or not; so
 * a person who is not heard does it again.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIfEnvironmentVariable(
        named = Emulator.VARIABLE,
        matches = ".+",
        disabledReason = "./countersign test installs the emulator, where there is npm")
class EmulatorTest {

    private static final long ANNA = 1_001;

    private final Surroundings around = new Surroundings(Channel.TELEGRAM);
    private final Questions questions = new Questions(around);
    private Emulator telegram;
    private RunningWorker worker;

    @BeforeAll
    void start(@TempDir Path keys) throws IOException {
        around.hear(new Topic(EventTopics.STATED));
        telegram = Emulator.start();
        worker =
                TelegramWorkerUnderTest.start(
                        telegram.url(),
                        around.gateway(),
                        keys,
                        "countersign.telegram.bot-token=" + Emulator.TOKEN);
    }

    @AfterAll
    void stop() throws IOException {
        worker.close();
        telegram.close();
        around.close();
    }

    @Test
    void a_question_is_asked_answered_and_edited() {
        DeliveryRequested request = questions.ask(ANNA, Duration.ofMinutes(5));
        ChallengeId challenge = (ChallengeId) request.subject();
        await().until(() -> !telegram.writtenTo(ANNA).isEmpty());
        Written question = telegram.writtenTo(ANNA).getFirst();
        assertThat(question.text()).contains("Firefox on Linux");

        repeatedly()
                .untilAsserted(
                        () -> {
                            telegram.press(ANNA, question, question.button(0, 2));
                            assertThat(around.statement(challenge, Decision.NAME))
                                    .contains(new Decision(request.delivery(1), 99));
                        });
        around.awaitStatement(challenge, Decision.NAME);
        questions.end(request, Denied::new);
        await().untilAsserted(
                        () ->
                                assertThat(telegram.writtenTo(ANNA).getFirst().text())
                                        .endsWith("99 was not the number on the page."));
    }

    @Test
    void whoever_writes_to_the_bot_is_answered() {
        repeatedly()
                .untilAsserted(
                        () -> {
                            telegram.write(ANNA + 1, "/start 0123456789abcdefghijkl");
                            assertThat(telegram.writtenTo(ANNA + 1))
                                    .anyMatch(
                                            answer -> answer.text().contains("This link does not"));
                        });
    }

    private static ConditionFactory repeatedly() {
        return await().pollInterval(Duration.ofSeconds(2));
    }
}
