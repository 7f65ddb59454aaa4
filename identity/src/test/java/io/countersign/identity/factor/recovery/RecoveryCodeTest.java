package io.countersign.identity.factor.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecoveryCodeTest {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final SecureRandom random = new SecureRandom();

    @Test
    void isReadAsItWasWritten() {
        RecoveryCode code = RecoveryCode.next(random);

        assertThat(RecoveryCode.read(code.readable())).hasValue(code);
        assertThat(code.readable()).matches("(.{4}-){3}.{4}");
        assertThat(code).hasToString("RecoveryCode[••••••]");
    }

    @Test
    void lettersThatLookLikeDigitsAreRead() {
        RecoveryCode code =
                Stream.generate(() -> RecoveryCode.next(random))
                        .filter(each -> each.letters().matches(".*0.*1.*"))
                        .findFirst()
                        .orElseThrow();

        assertThat(RecoveryCode.read(code.letters().replace('0', 'o').replaceFirst("1", "I")))
                .hasValue(code);
        assertThat(RecoveryCode.read(code.letters().replace('1', 'l'))).hasValue(code);
    }

    @Test
    void isReadHoweverItIsPasted() {
        RecoveryCode code = RecoveryCode.next(random);
        String wide =
                code.letters()
                        .chars()
                        .mapToObj(each -> Character.toString(each + 0xfee0))
                        .collect(Collectors.joining("\u2013\u00a0"));

        assertThat(RecoveryCode.read("\u200b" + wide + "\ufeff")).hasValue(code);
    }

    @Test
    void anySingleWrongLetterIsNoticed() {
        String letters = RecoveryCode.next(random).letters();

        for (int place = 0; place < letters.length(); place++) {
            char right = letters.charAt(place);
            String before = letters.substring(0, place);
            String after = letters.substring(place + 1);
            assertThat(
                            ALPHABET.chars()
                                    .filter(other -> other != right)
                                    .mapToObj(other -> before + (char) other + after))
                    .allMatch(wrong -> RecoveryCode.read(wrong).isEmpty());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "----", "0", "UUUU-UUUU-UUUU-UUUU"})
    void whatCannotBeOneIsNotRead(String typed) {
        assertThat(RecoveryCode.read(typed)).isEmpty();
    }
}
