package io.countersign.identity.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedCodeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "012345",
                " 012 345\n",
                "012-345",
                "012\u2013345",
                "012\u2212345",
                "012\u2011345",
                "012\u00a0345",
                "012\u202f345",
                "012\u3000345",
                "\u200b012\u200d345\ufeff",
                "\u202a012345\u202c",
                "012\u0000345",
                "０１２３４５",
                "٠١٢٣٤٥",
                "۰۱۲۳۴۵",
                "०१२३४५",
                "𝟎𝟏𝟐𝟑𝟒𝟓",
                "01٢३4５"
            })
    @Tag("SECURITY-8")
    void aCodeIsTheSameHoweverItWasTyped(String typed) {
        assertThat(TypedCode.read(typed)).isEqualTo("012345");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "01234", "0123456", "01234a", "012.345", "+12345", "\ud80012345"})
    @Tag("SECURITY-8")
    void whatHasNotSixDigitsDoesNotGetThem(String typed) {
        assertThat(TypedCode.read(typed)).doesNotMatch("[0-9]{6}");
    }
}
