package io.countersign.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.countersign.stack.own.OwnStack;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.ExtendWith;

/** Calls, Telegram and mails on a running stack, each as its owner meets it. */
@EnabledIfEnvironmentVariable(named = Chromium.VARIABLE, matches = ".+")
@ExtendWith({SharedStack.class, Chromium.class})
class EveryChannelInABrowserTest {

    private static final Pattern DENIED = Pattern.compile(".*/sign-in\\?denied.*");

    @Test
    void telegram_confirms_by_the_right_number(OwnStack stack, Page page, Page telegram) {
        Member anna = withTelegram(stack, page, telegram, "anna");
        anna.comeBack();
        String right = page.locator("#number").innerText();

        Member.button(telegram, right).click();

        assertThat(page).hasURL(Member.SECURITY);
        assertThat(telegram.locator(".message.arrived").last()).containsText("edited");
    }

    @Test
    @Tag("SECURITY-16")
    @Tag("SECURITY-21")
    void telegram_denies_by_a_wrong_number_and_by_not_me_and_mails_tell(
            OwnStack stack, Page page, Page telegram) {
        Member boris = withTelegram(stack, page, telegram, "boris");
        boris.comeBack();
        String right = page.locator("#number").innerText();
        telegram.locator(".message.arrived")
                .last()
                .locator("button[data-press]")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^\\d\\d$")))
                .filter(new Locator.FilterOptions().setHasNotText(right))
                .first()
                .click();
        assertThat(page).hasURL(DENIED);
        Simulator.of(stack).awaitMail(boris.email(), "Failed sign-in");

        boris.enterPassword();
        assertThat(page).hasURL(Member.CHALLENGE);
        assertThat(Member.button(telegram, page.locator("#number").innerText())).isVisible();
        telegram.locator(".message.arrived").last().locator("button[data-press]").last().click();
        assertThat(page).hasURL(DENIED);
        Simulator.of(stack).awaitMail(boris.email(), "Sign-in refused");

        boris.enterPassword();
        assertThat(page).hasURL(Member.CHALLENGE);
        assertThat(page.locator("#number")).hasCount(0);
    }

    @Test
    void the_calling_number_is_the_code(OwnStack stack, Page page, Page telegram) {
        Member clara = withTelegram(stack, page, telegram, "clara");
        clara.addPhone(false);
        clara.comeBack();
        clara.choose("call");
        int before = Simulator.of(stack).rung(clara.number()).size();
        page.locator("button.choice[name=factor]").first().click();

        Demo.enterCode(page, Simulator.of(stack).endingAfter(before, clara.number()));

        assertThat(page).hasURL(Member.SECURITY);
    }

    @Test
    @Tag("SECURITY-20")
    @Tag("RELIABILITY-17")
    void after_two_calls_that_did_not_arrive_an_sms_does(OwnStack stack, Page page, Page telegram) {
        Member dora = withTelegram(stack, page, telegram, "dora");
        dora.addPhone(false);
        dora.comeBack();
        dora.choose("call");
        int before = Simulator.of(stack).codes(dora.number()).size();
        Simulator.of(stack)
                .misbehave(
                        "{\"channel\":\"call\",\"to\":\"%s\",\"fault\":{\"kind\":\"busy\"},\"count\":2}"
                                .formatted(dora.number()));
        page.locator("button.choice[name=factor]").first().click();

        String code = Simulator.of(stack).codeAfter(before, dora.number());

        assertThat(page.locator("#status")).containsText("did not reach you");
        Demo.enterCode(page, code);
        assertThat(page).hasURL(Member.SECURITY);
    }

    @Test
    @Tag("SECURITY-21")
    void a_wrong_code_is_told_by_mail(OwnStack stack, Page page) {
        Member emil = Member.named(stack, page, "emil");
        emil.signUp();
        emil.addPhone(true);
        Demo.signOut(page);
        int before = Simulator.of(stack).codes(emil.number()).size();
        emil.enterPassword();
        String right = Simulator.of(stack).codeAfter(before, emil.number());

        Demo.enterCode(page, right.equals("000000") ? "000001" : "000000");

        assertThat(page.locator("#notice")).isVisible();
        Simulator.of(stack).awaitMail(emil.email(), "Failed sign-in");
    }

    private static Member withTelegram(OwnStack stack, Page page, Page telegram, String name) {
        Member member = Member.named(stack, page, name);
        member.signUp();
        member.linkTelegram(telegram);
        member.keepRecoveryCodes();
        return member;
    }
}
