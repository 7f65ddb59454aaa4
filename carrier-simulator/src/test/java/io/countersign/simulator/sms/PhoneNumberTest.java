package io.countersign.simulator.sms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+12015550123",
                "12015550123",
                " 12015550123",
                "+1 (201) 555-0123",
                "1.201.555.0123"
            })
    void what_people_type_is_understood(String typed) {
        assertThat(PhoneNumber.lenient(typed)).hasValue(new PhoneNumber("+12015550123"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "+", "hello", "+0123456789", "+1234567890123456", "+１２０１５５５０１２３"})
    void what_is_no_number_is_not(String typed) {
        assertThat(PhoneNumber.lenient(typed)).isEmpty();
        assertThat(PhoneNumber.strict(typed)).isEmpty();
    }

    @Test
    @Tag("SECURITY-23")
    void it_prints_masked() {
        assertThat(new PhoneNumber("+12015550123")).hasToString("PhoneNumber[+12•••••23]");
    }
}
