package io.countersign.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.regex.Pattern;

/**
 * Somebody who signs up and looks after their account in a browser.
 *
 * @param number their phone
 * @param telegram their name in the simulator's Telegram
 */
record Member(RunningStack stack, Page page, String email, String number, String telegram) {

    static final String PASSWORD = "a sentence nobody would guess";
    static final Pattern SIGN_IN = Pattern.compile(".*/sign-in.*");
    static final Pattern CHALLENGE = Pattern.compile(".*/challenge.*");
    static final Pattern SECURITY = Pattern.compile(".*/security(\\?.*)?");

    void signUp() {
        page.navigate(stack.login().resolve("/sign-up").toString());
        page.locator("#email").fill(email);
        page.locator("#password").fill(PASSWORD);
        page.locator("#join").click();
        assertThat(page.locator("#sent-to")).containsText(email);
        page.navigate(stack.simulator().linkIn(email, "/confirm-address").toString());
        page.locator("#confirm").click();
        assertThat(page).hasURL(SIGN_IN);
        enterPassword();
        assertThat(page).hasURL(SECURITY);
    }

    void enterPassword() {
        page.locator("#email").fill(email);
        page.locator("#password").fill(PASSWORD);
        page.locator("#password").press("Enter");
    }

    /**
     * Adds the phone.
     *
     * @param first whether it is the first factor, which brings recovery codes
     */
    void addPhone(boolean first) {
        page.locator("#add-phone").click();
        page.locator("#number").fill(number);
        page.locator("#name").fill("My phone");
        page.locator("#password").fill(PASSWORD);
        page.locator("#send-code").click();
        Demo.enterCode(page, stack.simulator().codeAfter(0, number));
        if (first) {
            keepRecoveryCodes();
        }
        assertThat(page).hasURL(SECURITY);
    }

    /** Opens the linking address in the simulator's Telegram and confirms who did. */
    void linkTelegram(Page telegramPage) {
        page.locator("#add-telegram").click();
        page.locator("#name").fill("My Telegram");
        page.locator("#password").fill(PASSWORD);
        page.locator("#link-telegram").click();
        String address = page.locator("#open-telegram").getAttribute("href");
        telegramPage.navigate(stack.simulator().telegram(telegram).toString());
        telegramPage.locator("#start-token").fill(address);
        telegramPage.locator("#start-form button").click();
        assertThat(page.locator("#opened-by"))
                .containsText(
                        telegram, new LocatorAssertions.ContainsTextOptions().setIgnoreCase(true));
        page.locator("#confirm-link").click();
    }

    void keepRecoveryCodes() {
        assertThat(page.locator("#codes > li")).hasCount(10);
        page.locator("#go-on").click();
        assertThat(page).hasURL(SECURITY);
    }

    /** Signs out and gives the password again. */
    void comeBack() {
        Demo.signOut(page);
        enterPassword();
        assertThat(page).hasURL(CHALLENGE);
    }

    void choose(String way) {
        page.locator("a.choice[href*='method=" + way + "']").click();
    }
}
