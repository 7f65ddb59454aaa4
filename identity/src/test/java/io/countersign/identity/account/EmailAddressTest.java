package io.countersign.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.IDN;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @CsvSource({
        "Ada@Example.ORG, ada@example.org",
        "ada+tag@example.org, ada+tag@example.org",
        "ada@straße.example, ada@xn--strae-oqa.example",
        "ada@STRAẞE.example, ada@xn--strae-oqa.example",
        "ada@xn--STRAE-oqa.example, ada@xn--strae-oqa.example",
        "ada@strasse.example, ada@strasse.example",
        "ada@faß.de, ada@xn--fa-hia.de",
        "ada@βόλος.com, ada@xn--nxasmm1c.com",
        "ada@ΒΌΛΟΣ.com, ada@xn--nxasmq6b.com",
        "ada@bücher.example, ada@xn--bcher-kva.example",
        "ada@bu\u0308cher.example, ada@xn--bcher-kva.example",
        "ada@例え.テスト, ada@xn--r8jz45g.xn--zckzah",
        "ada@ｅｘａｍｐｌｅ．ｏｒｇ, ada@example.org",
        "ada@example。org, ada@example.org",
        "ada@пример.испытание, ada@xn--e1afmkfd.xn--80akhbyknj4f",
        "ada@עברית.example, ada@xn--5dbqzzl.example"
    })
    @Tag("SECURITY-33")
    void everySpellingOfAMailboxIsOneAddress(String typed, String canonical) {
        assertThat(EmailAddress.parse(typed)).contains(new EmailAddress(canonical));
        assertThat(EmailAddress.parse(canonical)).contains(new EmailAddress(canonical));
    }

    @ParameterizedTest
    @ValueSource(strings = {" %s ", "\u200b%s", "%s\u00a0", "\u202a%s\u202c", "\ufeff%s\r\n"})
    @Tag("SECURITY-33")
    void whatIsInvisibleAroundItIsTakenOff(String around) {
        assertThat(EmailAddress.parse(around.formatted("ada@example.org")))
                .contains(new EmailAddress("ada@example.org"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ada",
                "@example.org",
                "ada@",
                "ada@localhost",
                "a@b@example.org",
                "a..b@example.org",
                ".a@example.org",
                "a.@example.org",
                "<ada@example.org>",
                "ada@example.org,",
                "ada@example.org, eve@example.org",
                "ada@example.org\r\nRCPT TO:<eve@example.org>",
                "a\u0000da@example.org",
                "a da@example.org",
                "\"ada\"@example.org",
                "ada@[127.0.0.1]",
                "ada@127.0.0.1",
                "ada@[IPv6:::1]",
                "ada@.example.org",
                "ada@example.org.",
                "ada@example..org",
                "ada@-example.org",
                "ada@exam_ple.org",
                "a\u200bda@example.org",
                "ada@exam\u200bple.org",
                "ada@exa\u00admple.org",
                "ada@exa\u3164mple.org",
                "ada@ex\u034fample.org",
                "ada@xn--bücher.example",
                "ada@\u0301a.example",
                "ada@אabc.example",
                "ada@example.o\ud800rg",
                "ädä@example.org",
                "аda@example.org"
            })
    @Tag("SECURITY-33")
    void whatNoMailCanBeSentToIsNone(String typed) {
        assertThat(EmailAddress.parse(typed)).isEmpty();
    }

    @Test
    void isNoLongerThanServersTake() {
        String label = "a".repeat(60);
        String domain = String.join(".", label, label, label, "org");

        assertThat(EmailAddress.parse("ada@" + domain)).isPresent();
        assertThat(EmailAddress.parse("a".repeat(65) + "@example.org")).isEmpty();
        assertThat(EmailAddress.parse("a".repeat(64) + "@" + domain + "." + label)).isEmpty();
        assertThat(EmailAddress.parse("ada@" + "a".repeat(64) + ".org")).isEmpty();
        assertThat(EmailAddress.parse("ada@" + "ü".repeat(63) + ".org")).isEmpty();
    }

    @Test
    @Tag("SECURITY-33")
    void writesOtherLettersAsTheJdkDoesWhereBothStandardsAgree() {
        Random random = new Random(33);
        String letters = "abcxyz0189äöüéñçабвгдежзאבגαβγδ例え中文";
        for (int i = 0; i < 5_000; i++) {
            String label =
                    random.ints(1 + random.nextInt(14), 0, letters.length())
                            .mapToObj(at -> letters.substring(at, at + 1))
                            .reduce("", String::concat);
            if (label.chars().noneMatch(each -> each >= 'א' && each <= 'ת')) {
                assertThat(EmailAddress.parse("a@" + label + ".org").map(EmailAddress::value))
                        .as("%s, the %dth of seed 33", label, i)
                        .contains("a@" + IDN.toASCII(label) + ".org");
            }
        }
    }
}
