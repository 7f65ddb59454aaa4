package io.countersign.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class StartTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "--simulator.twilio.account-sid= | simulator.twilio.account-sid is not valid: it must be AC and 32 hexadecimal digits",
                "--simulator.twilio.auth-token=s3cret | simulator.twilio.auth-token is not valid: it must be 32 letters and digits",
                "--simulator.callbacks.sent-after=2s | simulator.callbacks.queued-after, sent-after and delivered-after must not be negative and must rise",
                "--simulator.callbacks.timeout=0s | simulator.callbacks.timeout must be above zero",
                "--simulator.calls.ringing-after=-1s | simulator.calls.ringing-after must not be negative",
                "--simulator.telegram.bot-token=s3cret | simulator.telegram.bot-token is not valid: it must be digits, a colon and 30 to 64 letters",
                "--simulator.smtp.username=me | simulator.smtp.username and password must be given together",
                "--simulator.keep.messages=0 | simulator.keep.messages must be at least 1, but is 0",
            })
    void a_wrong_setting_stops_the_start_with_a_sentence(
            String wrong, String sentence, CapturedOutput output) {
        assertThat(catchThrowable(() -> start(wrong))).isNotNull();

        assertThat(output).contains(sentence);
    }

    @Test
    @Tag("SECURITY-29")
    void there_is_no_default_account(CapturedOutput output) {
        assertThat(
                        catchThrowable(
                                () ->
                                        SpringApplication.run(
                                                CarrierSimulator.class, "--server.port=0")))
                .isNotNull();

        assertThat(output).contains("simulator.twilio.account-sid is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"simulator.twilio.auth-token", "simulator.telegram.bot-token"})
    @Tag("SECURITY-23")
    void a_wrong_token_is_not_printed(String key, CapturedOutput output) {
        assertThat(catchThrowable(() -> start("--" + key + "=s3cret"))).isNotNull();

        assertThat(output).contains(key).doesNotContain("s3cret");
    }

    private static void start(String wrong) {
        new SpringApplicationBuilder(CarrierSimulator.class)
                .properties(
                        "server.port=0",
                        "simulator.twilio.account-sid=" + Simulator.ACCOUNT_SID,
                        "simulator.twilio.auth-token=" + Simulator.AUTH_TOKEN)
                .run(wrong)
                .close();
    }
}
