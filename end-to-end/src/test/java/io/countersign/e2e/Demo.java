package io.countersign.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.countersign.stack.own.OwnStack;
import java.util.regex.Pattern;

/** The demonstration account, and what its owner does in a browser. */
final class Demo {

    static final String EMAIL = "demo@countersign.example";
    static final String PASSWORD = "correct horse battery staple";
    static final String PHONE = "+12015550123";

    private Demo() {}

    static void enterPassword(OwnStack stack, Page page) {
        page.navigate(stack.login().toString());
        page.locator("#email").fill(EMAIL);
        page.locator("#password").fill(PASSWORD);
        page.locator("#password").press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/challenge.*"));
    }

    static void enterCode(Page page, String code) {
        Locator field = page.locator("#code");
        field.fill(code);
        field.press("Enter");
    }

    static void signOut(Page page) {
        page.locator("form[action$='/sign-out'] button").first().click();
        assertThat(page).hasURL(Pattern.compile(".*/sign-in.*"));
    }
}
