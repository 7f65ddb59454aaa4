package io.countersign.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.countersign.stack.own.OwnStack;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A person who signs up and looks after their account in a browser.
 *
 * @param number their phone
 * @param telegram their name in the simulator's Telegram
 */
record Member(OwnStack stack, Page page, String email, String number, String telegram) {

    static final String PASSWORD = "a sentence nobody would guess";
    static final Pattern SIGN_IN = Pattern.compile(".*/sign-in.*");
    static final Pattern CHALLENGE = Pattern.compile(".*/challenge.*");
    static final Pattern SECURITY = Pattern.compile(".*/security(\\?.*)?");

    /** With an address and a phone of their own. */
    static Member named(OwnStack stack, Page page, String name) {
        String number = "+1415555%04d".formatted(Math.floorMod(name.hashCode(), 10_000));
        return new Member(stack, page, name + "@people.example", number, name);
    }

    void signUp() {
        page.navigate(stack.login().resolve("/sign-up").toString());
        page.locator("#email").fill(email);
        page.locator("#join").click();
        assertThat(page.locator("#sent-to")).containsText(email);
        page.navigate(Simulator.of(stack).linkIn(email, "/confirm-address").toString());
        page.locator("#new-password").fill(PASSWORD);
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
        Demo.enterCode(page, Simulator.of(stack).codeAfter(0, number));
        if (first) {
            keepRecoveryCodes();
        }
        assertThat(page).hasURL(SECURITY);
    }

    /** The button with this label under the latest question in a person's Telegram. */
    static Locator button(Page telegram, String text) {
        return telegram.locator(".message.arrived")
                .last()
                .locator("button[data-press]")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^" + text + "$")));
    }

    /** Opens the linking address in the simulator's Telegram and confirms who did. */
    void linkTelegram(Page telegramPage) {
        page.locator("#add-telegram").click();
        page.locator("#name").fill("My Telegram");
        page.locator("#password").fill(PASSWORD);
        page.locator("#link-telegram").click();
        String address = page.locator("#open-telegram").getAttribute("href");
        telegramPage.navigate(Simulator.of(stack).telegram(telegram).toString());
        telegramPage.locator("#start-token").fill(address);
        telegramPage.locator("#start-form button").click();
        assertThat(page.locator("#opened-by"))
                .containsText(
                        telegram, new LocatorAssertions.ContainsTextOptions().setIgnoreCase(true));
        page.locator("#confirm-link").click();
    }

    /**
     * Connects an authenticator app by the key that the page shows.
     *
     * @param first whether it is the first factor, which brings recovery codes
     */
    App connectApp(String name, boolean first) {
        App app = beginApp(name);
        Demo.enterCode(page, app.fresh());
        if (first) {
            keepRecoveryCodes();
        }
        assertThat(page).hasURL(SECURITY);
        return app;
    }

    /** The same without the first code. */
    App beginApp(String name) {
        page.locator("#add-authenticator").click();
        describeApp(name);
        return new App(page.locator("#secret").textContent());
    }

    void describeApp(String name) {
        page.locator("#name").fill(name);
        page.locator("#password").fill(PASSWORD);
        page.locator("#connect").click();
    }

    /** Reads the recovery codes that the page shows, and goes on. */
    List<String> keepRecoveryCodes() {
        assertThat(page.locator("#codes > li")).hasCount(10);
        List<String> codes = page.locator("#codes > li").allInnerTexts();
        page.locator("#go-on").click();
        assertThat(page).hasURL(SECURITY);
        return codes;
    }

    /** The same person in another window. */
    Member in(Page other) {
        return new Member(stack, other, email, number, telegram);
    }

    /** Gives the password in a window that has not signed in yet. */
    void arrive() {
        page.navigate(stack.login().toString());
        enterPassword();
    }

    /** The row of the Security page that this name stands in. */
    Locator row(String name) {
        return page.locator(".rows > li").filter(new Locator.FilterOptions().setHasText(name));
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
