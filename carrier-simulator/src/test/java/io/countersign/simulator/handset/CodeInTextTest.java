package io.countersign.simulator.handset;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.simulator.handset.CodeInText.Parts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeInTextTest {

    @Test
    void the_last_line_names_the_code() {
        Parts parts = CodeInText.find("Room 1234: your code is 482913.\n\n@login.example #482913");

        assertThat(parts)
                .isEqualTo(
                        new Parts(
                                "Room 1234: your code is ",
                                "482913",
                                ".",
                                "@login.example #482913"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Code: 482913", "482913 ist Ihr Code", "Ваш код 482913.", "(482913)"})
    void without_a_last_line_the_first_group_of_digits_is_taken(String body) {
        assertThat(CodeInText.find(body).code()).isEqualTo("482913");
    }

    @Test
    void a_code_in_two_groups_is_copied_as_one() {
        Parts parts = CodeInText.find("Code 482 913 for you");

        assertThat(parts.code()).isEqualTo("482 913");
        assertThat(parts.digits()).isEqualTo("482913");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Hello", "In 5 minutes", "Call +12015550123", "123456789"})
    void what_is_no_code_is_not_taken_for_one(String body) {
        Parts parts = CodeInText.find(body);

        assertThat(parts.code()).isEmpty();
        assertThat(parts.before()).isEqualTo(body);
    }
}
