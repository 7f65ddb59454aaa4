package io.countersign.identity.admission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("SECURITY-34")
class ClientNetworkTest {

    @ParameterizedTest
    @CsvSource({
        "2001:db8:1:2::1, 2001:db8:1:2:ffff:ffff:ffff:ffff",
        "2001:db8:1:2::1, 2001:0DB8:0001:0002:a:b:c:d",
        "fe80::1%0, fe80::2",
        "::ffff:192.0.2.7, 192.0.2.7",
        "::ffff:c000:207, 192.0.2.7"
    })
    void oneNetworkCountsAsOneClient(String one, String other) {
        assertThat(ClientNetwork.of(one)).isEqualTo(ClientNetwork.of(other));
    }

    @ParameterizedTest
    @CsvSource({
        "2001:db8:1:2::1, 2001:db8:1:3::1",
        "192.0.2.7, 192.0.2.8",
        "::ffff:192.0.2.7, ::ffff:192.0.2.8"
    })
    void anotherNetworkIsAnotherClient(String one, String other) {
        assertThat(ClientNetwork.of(one)).isNotEqualTo(ClientNetwork.of(other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "", "example.org", "1:2:3"})
    void whatIsNoAddressStandsForItself(String text) {
        assertThat(ClientNetwork.of(text).name()).isEqualTo(text);
    }

    @Test
    void anIpv4AddressIsItself() {
        assertThat(ClientNetwork.of("192.0.2.7").name()).isEqualTo("192.0.2.7");
    }
}
