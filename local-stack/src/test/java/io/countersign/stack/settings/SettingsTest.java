package io.countersign.stack.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.stack.process.Supervisor.Policy;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    private static final Path CHECKOUT = Path.of("/checkout");

    @Test
    void without_options_everything_is_where_the_readme_says() throws Exception {
        Settings settings = parse();

        assertThat(settings.data()).isEqualTo(CHECKOUT.resolve(".countersign"));
        assertThat(settings.ports().of(Endpoint.GATEWAY)).isEqualTo(8080);
        assertThat(settings.ports().of(Endpoint.SIMULATOR)).isEqualTo(8090);
        assertThat(settings.smsWorkers().count()).isOne();
        assertThat(settings.onDeath()).isEqualTo(Policy.RESTART);
    }

    @Test
    void options_choose_ports_workers_and_folder() throws Exception {
        Settings settings =
                parse("--redis-port=7000", "--workers=sms=2", "--data-dir=/d", "--no-restart");

        assertThat(settings.ports().of(Endpoint.REDIS)).isEqualTo(7000);
        assertThat(settings.ports().of(Endpoint.KAFKA)).isEqualTo(29092);
        assertThat(settings.smsWorkers().count()).isEqualTo(2);
        assertThat(settings.data()).isEqualTo(Path.of("/d"));
        assertThat(settings.onDeath()).isEqualTo(Policy.LEAVE);
    }

    @Test
    void the_environment_chooses_a_port_that_no_option_names() throws Exception {
        Map<String, String> environment =
                Map.of("COUNTERSIGN_GATEWAY_PORT", "9000", "COUNTERSIGN_SMS_PORT", "9001");

        Settings settings = Settings.parse(CHECKOUT, List.of("--sms-port=9002"), environment);

        assertThat(settings.ports().of(Endpoint.GATEWAY)).isEqualTo(9000);
        assertThat(settings.ports().of(Endpoint.SMS)).isEqualTo(9002);
    }

    @Test
    void workers_after_the_first_have_the_ports_that_follow() throws Exception {
        Settings settings = parse("--workers=sms=3", "--sms-port=8081,8085");

        assertThat(settings.ports().of(Endpoint.SMS)).isEqualTo(8081);
        assertThat(settings.smsWorkers().port(2)).isEqualTo(8085);
        assertThat(settings.smsWorkers().port(3)).isPositive();
    }

    @Test
    void a_port_without_a_worker_is_refused_with_what_to_say_instead() {
        assertThatThrownBy(() -> parse("--sms-port=8081,8085"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("2 ports for 1 SMS worker.")
                .hasMessageContaining("--workers=sms=2");
    }

    @Test
    void a_further_workers_port_that_is_wanted_twice_is_told_before_the_start() throws Exception {
        Settings settings = parse("--free-ports", "--workers=sms=2", "--sms-port=8081,2525");
        Settings twice = parse("--workers=sms=3", "--sms-port=8081,8082,8082", "--voice-port=8082");

        assertThat(settings.smsWorkers().morePorts()).containsExactly(2525);
        assertThat(twice.conflicts()).filteredOn(line -> line.contains("further SMS")).hasSize(2);
    }

    @Test
    void free_ports_are_different_ones() throws Exception {
        Ports ports = parse("--free-ports").ports();

        assertThat(new HashSet<>(ports.byEndpoint().values())).hasSize(Endpoint.values().length);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--gateway-port=80800",
                "--gateway-port=web",
                "--gateway-port",
                "--workers=sms=0",
                "--sms-port=8081,",
                "--workers=fax=1",
                "--verbose"
            })
    void an_option_that_makes_no_sense_is_named(String option) {
        assertThatThrownBy(() -> parse(option))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(option.substring(2, Math.min(option.length(), 9)));
    }

    private static Settings parse(String... options) throws StartRefused {
        return Settings.parse(CHECKOUT, List.of(options), Map.of());
    }
}
