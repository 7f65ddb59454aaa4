package io.countersign.channel.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.channel.settings.WrongSetting;
import io.countersign.events.Channel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

@ExtendWith(OutputCaptureExtension.class)
class WorkerSettingsTest {

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(WorkerSettings.class)
    static class OnlySettings {}

    @Test
    void theDefaultsAreAllowed() {
        try (ConfigurableApplicationContext context = start()) {
            WorkerSettings settings = context.getBean(WorkerSettings.class);

            assertThat(settings.sendTimeout()).isEqualTo(Duration.ofSeconds(10));
            assertThat(settings.limits().inFlight()).isEqualTo(settings.inFlight());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "in-flight,0",
        "in-flight,3000",
        "held,255",
        "send-timeout,0s",
        "send-timeout,61s",
        "grace,0s",
        "backoff,1ms",
        "longest-backoff,999ms",
        "drain,-1s"
    })
    void aWrongOneStopsTheStartWithASentenceThatNamesItsKey(
            String key, String value, CapturedOutput output) {
        assertThatThrownBy(() -> start("--countersign.worker." + key + "=" + value))
                .hasRootCauseInstanceOf(WrongSetting.class);

        assertThat(output.getAll())
                .contains("APPLICATION FAILED TO START")
                .containsPattern(
                        "(?m)^countersign\\.worker\\.[a-z-]+ must lie between .* and is .*\\.$");
    }

    @Test
    @Tag("SECURITY-29")
    void keysThatAreMissingStopTheStartNamingTheFile(@TempDir Path folder) {
        assertThatThrownBy(() -> new WorkerKeySettings(""))
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining("countersign.keys.directory is missing");
        assertThatThrownBy(() -> new WorkerKeySettings(folder.toString()).sealing(Channel.SMS))
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining("seal-sms.json");
    }

    @Test
    @Tag("SECURITY-29")
    void keysThatAreNoneStopTheStart(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("seal-sms.json"), "changeme");

        assertThatThrownBy(() -> new WorkerKeySettings(folder.toString()).sealing(Channel.SMS))
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining("holds no Tink AEAD keyset");
    }

    private static ConfigurableApplicationContext start(String... arguments) {
        return new SpringApplicationBuilder(OnlySettings.class)
                .web(WebApplicationType.NONE)
                .run(arguments);
    }
}
