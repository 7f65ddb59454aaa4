package io.countersign.simulator.twilio.callback;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TwilioSignatureTest {

    @Test
    void the_example_of_twilios_documentation_comes_out_right() {
        Map<String, String> parameters =
                Map.of(
                        "CallSid", "CA1234567890ABCDE",
                        "Caller", "+14158675309",
                        "Digits", "1234",
                        "From", "+14158675309",
                        "To", "+18005551212");

        String signature =
                TwilioSignature.of(
                        URI.create("https://mycompany.com/myapp.php?foo=1&bar=2"),
                        new TreeMap<>(parameters),
                        "12345");

        assertThat(signature).isEqualTo("RSOYDt4T1cUTdK1PDd93/VVr8B8=");
    }
}
