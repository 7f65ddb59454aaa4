package io.countersign.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.channel.kit.RunningWorker;
import io.countersign.channel.kit.Surroundings;
import io.countersign.channel.settings.WrongSetting;
import io.countersign.events.Channel;
import io.countersign.telegram.bot.TelegramStandIn;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** How the worker starts with a Telegram that says no, or nothing. */
@ExtendWith(OutputCaptureExtension.class)
class TelegramStartTest {

    private static final String WRONG = "987654321:AAF-another_canary0123456789abcdefg";

    private final Surroundings around = new Surroundings(Channel.TELEGRAM);
    private final TelegramStandIn telegram = new TelegramStandIn();
    @TempDir private Path keys;

    @AfterEach
    void close() {
        telegram.close();
        around.close();
    }

    @Test
    @Tag("SECURITY-29")
    void a_token_that_telegram_refuses_stops_the_start_naming_the_key(CapturedOutput output) {
        assertThatThrownBy(() -> start(telegram.url(), WRONG))
                .isInstanceOf(WrongSetting.class)
                .hasMessageStartingWith("countersign.telegram.bot-token is refused by Telegram");

        assertThat(output.getAll())
                .contains("countersign.telegram.bot-token is refused by Telegram")
                .doesNotContain(WRONG);
    }

    @Test
    void a_telegram_out_of_reach_does_not_stop_the_start(CapturedOutput output) {
        telegram.close();

        try (RunningWorker worker = start(telegram.url(), TelegramStandIn.TOKEN)) {
            assertThat(worker.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        }

        assertThat(output.getAll()).doesNotContain(TelegramStandIn.TOKEN);
    }

    @Test
    void a_webhook_without_its_settings_stops_the_start() {
        assertThatThrownBy(
                        () ->
                                start(
                                        telegram.url(),
                                        TelegramStandIn.TOKEN,
                                        "countersign.telegram.updates=webhook"))
                .rootCause()
                .hasMessageStartingWith("countersign.telegram.webhook.base-url is missing");
    }

    private RunningWorker start(String url, String token, String... more) {
        String[] settings = Arrays.copyOf(more, more.length + 1);
        settings[more.length] = "countersign.telegram.bot-token=" + token;
        return TelegramWorkerUnderTest.start(url, around.gateway(), keys, settings);
    }
}
