package io.countersign.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

    private static final EmailAddress EMAIL = new EmailAddress("grace.hopper@navy.test");

    private final PasswordRules rules = new PasswordRules();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse battery staple",
                "tr0ub4dor&3xyz",
                "мой любимый пароль",
                "🐢🐇🐢🐇 once upon",
                "grace under pressure"
            })
    void longOnesThatNobodyTriesFirstCanBeChosen(String password) {
        assertThat(rules.flaw(new Password(password), EMAIL)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "elevenchars, TOO_SHORT",
        "🐢🐢🐢🐢🐢🐢, TOO_SHORT",
        "123456789987654321, TOO_COMMON",
        "1QAZ2wsx3edc, TOO_COMMON",
        "passwordpassword, TOO_COMMON",
        "Password123456, TOO_COMMON",
        "aaaaaaaaaaaaaaaa, TOO_COMMON",
        "121212121212121, TOO_COMMON",
        "my grace.hopper password, CONTAINS_ADDRESS",
        "GRACE.HOPPER 1906 x, CONTAINS_ADDRESS",
        "grace.hopper@navy.test, CONTAINS_ADDRESS",
        "Ｇｒａｃｅ．Ｈｏｐｐｅｒ@Navy.Test, CONTAINS_ADDRESS",
        "grace\u200b.hopper 1906, CONTAINS_ADDRESS"
    })
    void eachFlawIsToldApart(String password, PasswordFlaw flaw) {
        assertThat(rules.flaw(new Password(password), EMAIL)).contains(flaw);
    }

    @Test
    void aShortAddressIsNoPasswordEither() {
        EmailAddress jo = new EmailAddress("jo@people.test");

        assertThat(rules.flaw(new Password("JO@people.TEST"), jo))
                .contains(PasswordFlaw.CONTAINS_ADDRESS);
        assertThat(rules.flaw(new Password("banjo on the porch"), jo)).isEmpty();
    }

    @Test
    void oneHundredAndTwentyEightCharactersAreNotTooLongAndOneMoreIs() {
        String longest = "🐢 slow and steady ".repeat(7).substring(0, 126);
        int characters = longest.codePointCount(0, longest.length());
        String exactly = longest + "x".repeat(128 - characters);

        assertThat(rules.flaw(new Password(exactly), EMAIL)).isEmpty();
        assertThat(rules.flaw(new Password(exactly + "y"), EMAIL)).contains(PasswordFlaw.TOO_LONG);
    }

    @Test
    void anUmlautIsTheSameHoweverItWasTyped() {
        assertThat(new Password("Gu\u0308nther trinkt Tee"))
                .isEqualTo(new Password("Günther trinkt Tee"));
    }
}
