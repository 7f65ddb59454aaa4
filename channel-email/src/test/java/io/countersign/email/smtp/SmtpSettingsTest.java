package io.countersign.email.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.channel.settings.WrongSetting;
import io.countersign.email.letter.EmailSettings;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpSettingsTest {

    @ParameterizedTest
    @CsvSource({
        "host,'',587,starttls,,",
        "host,'mail.example.com:587 ',587,starttls,,",
        "port,mail.example.com,0,starttls,,",
        "security,mail.example.com,587,ssl,,",
        "password,mail.example.com,587,starttls,worker,",
        "username,mail.example.com,587,starttls,,secret"
    })
    void a_wrong_setting_stops_the_start_and_says_which(
            String key,
            String host,
            int port,
            String security,
            @Nullable String username,
            @Nullable String password) {
        assertThatThrownBy(() -> settings(host, port, security, username, password))
                .isInstanceOf(WrongSetting.class)
                .hasMessageStartingWith("countersign.email.smtp." + key + " ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mail.example.com", "10.0.0.5", "127.0.0.1.example.com", "localhost.x"})
    @Tag("SECURITY-23")
    void a_password_in_clear_to_another_machine_stops_the_start(String host) {
        assertThatThrownBy(() -> settings(host, 25, "none", "worker", "secret"))
                .isInstanceOf(WrongSetting.class)
                .hasMessageStartingWith("countersign.email.smtp.security ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "::1"})
    void a_password_in_clear_may_stay_on_this_machine(String host) {
        assertThatCode(() -> settings(host, 25, "none", "worker", "secret"))
                .doesNotThrowAnyException();
    }

    @Test
    void the_password_is_not_printed() {
        assertThat(settings("localhost", 25, "none", "worker", "secret").toString())
                .doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "security",
                "security@",
                "a@example.com, b@example.com",
                "a@example.com\r\nBcc: b@example.com",
                "Group: a@example.com;",
                "Example <security@>"
            })
    @Tag("SECURITY-21")
    void a_sender_that_is_not_one_address_stops_the_start(String from) {
        assertThatThrownBy(() -> new EmailSettings("login.example.com", from))
                .isInstanceOf(WrongSetting.class)
                .hasMessageStartingWith("countersign.email.from ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "https://login.example.com", "login.example.com:8080", "Login"})
    void a_site_host_that_is_none_stops_the_start(String host) {
        assertThatThrownBy(() -> new EmailSettings(host, "security@example.com"))
                .isInstanceOf(WrongSetting.class)
                .hasMessageStartingWith("countersign.email.site-host ");
    }

    @Test
    void a_senders_name_in_other_letters_is_encoded() {
        assertThat(
                        new EmailSettings("login.example.com", "Größe <security@example.com>")
                                .sender()
                                .toString())
                .startsWith("=?UTF-8?")
                .endsWith("<security@example.com>");
    }

    private static SmtpSettings settings(
            String host,
            int port,
            String security,
            @Nullable String username,
            @Nullable String password) {
        return new SmtpSettings(
                host, port, security, username, password, null, Duration.ofSeconds(30));
    }
}
