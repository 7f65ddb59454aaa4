package io.countersign.telegram.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.events.content.Fact;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "es", "ru"})
    void names_the_account_and_the_service(String language) {
        String text =
                QuestionText.write(
                        Map.of(
                                Fact.EMAIL, "an•••@people.test",
                                Fact.LINK, "https://login.example.org"),
                        "last",
                        Locale.of(language));

        assertThat(text).contains(": an•••@people.test\n", ": login.example.org\n");
    }
}
