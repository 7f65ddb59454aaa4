package io.countersign.identity.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DevicesTest {

    private static final String FIREFOX =
            "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    @Test
    void aBrowserIsNamedAsFarAsItSays() {
        Devices devices = new Devices();

        assertThat(devices.of(FIREFOX)).isEqualTo(new Device("Firefox", "Linux"));
        assertThat(
                        devices.of(
                                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X)"
                                        + " AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5"
                                        + " Mobile/15E148 Safari/604.1"))
                .isEqualTo(new Device("Mobile Safari", "iOS"));
        assertThat(devices.of("")).isEqualTo(new Device(null, null));
        assertThat(devices.of("<script>")).isEqualTo(new Device(null, null));
    }
}
