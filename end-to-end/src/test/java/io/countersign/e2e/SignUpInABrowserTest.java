package io.countersign.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.countersign.stack.own.OwnStack;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@EnabledIfEnvironmentVariable(named = Chromium.VARIABLE, matches = ".+")
@ExtendWith({SharedStack.class, Chromium.class})
class SignUpInABrowserTest {

    private static final String PASSWORD = "a sentence nobody would guess";
    private static final Pattern SIGN_IN = Pattern.compile(".*/sign-in.*");
    private static final Pattern CHALLENGE = Pattern.compile(".*/challenge.*");
    private static final Pattern PROOF = Pattern.compile(".*/proof.*");
    private static final Pattern SECURITY = Pattern.compile(".*/security(\\?.*)?");

    @ParameterizedTest
    @ValueSource(ints = {1280, 360})
    @Tag("SECURITY-22")
    void aStrangerSignsUpAddsTwoPhonesAndSignsInWithEither(int width, OwnStack stack, Page page) {
        page.setViewportSize(width, 800);
        String email = "person-%d@people.example".formatted(width);
        List<String> numbers =
                List.of("+1212555%04d".formatted(width), "+1310555%04d".formatted(width));

        signUp(stack, page, email);
        signIn(page, email);
        assertThat(page).hasURL(SECURITY);
        addPhone(stack, page, "First phone", numbers.get(0));
        assertThat(page.locator("#codes > li")).hasCount(10);
        assertThat(fits(page)).as("no horizontal scroll bar").isTrue();
        page.locator("#go-on").click();
        addPhone(stack, page, "Second phone", numbers.get(1));
        assertThat(page).hasURL(SECURITY);
        assertThat(page.locator(".rows > li")).hasCount(2);

        signInWith(stack, page, email, "First phone", numbers.get(0));
        signInWith(stack, page, email, "Second phone", numbers.get(1));
        page.locator("#history").click();
        assertThat(page.locator("time").first()).isVisible();
        assertThat(fits(page)).as("no horizontal scroll bar").isTrue();
    }

    private static void signUp(OwnStack stack, Page page, String email) {
        page.navigate(stack.login().resolve("/sign-up").toString());
        page.locator("#email").fill(email);
        page.locator("#join").click();
        assertThat(page.locator("#sent-to")).containsText(email);
        page.navigate(Simulator.of(stack).linkIn(email, "/confirm-address").toString());
        page.locator("#new-password").fill(PASSWORD);
        page.locator("#confirm").click();
        assertThat(page).hasURL(SIGN_IN);
    }

    private static void signIn(Page page, String email) {
        page.locator("#email").fill(email);
        page.locator("#password").fill(PASSWORD);
        page.locator("#password").press("Enter");
    }

    private static void addPhone(OwnStack stack, Page page, String name, String number) {
        page.locator("#add-phone").click();
        page.locator("#number").fill(number);
        page.locator("#name").fill(name);
        page.locator("#password").fill(PASSWORD);
        assertThat(fits(page)).as("no horizontal scroll bar").isTrue();
        page.locator("#send-code").click();
        assertThat(page).hasURL(PROOF);
        Demo.enterCode(page, Simulator.of(stack).codeAfter(0, number));
    }

    /** Signs out and in again, with the code that this phone gets. */
    private static void signInWith(
            OwnStack stack, Page page, String email, String name, String number) {
        Demo.signOut(page);
        int before = Simulator.of(stack).codes(number).size();
        signIn(page, email);
        assertThat(page).hasURL(CHALLENGE);
        if (!page.locator("#destination").innerText().contains(name)) {
            page.locator("#other-phones").click();
            page.locator("button.choice").click();
            assertThat(page.locator("#destination")).containsText(name);
        }
        Demo.enterCode(page, Simulator.of(stack).codeAfter(before, number));
        assertThat(page).hasURL(SECURITY);
    }

    private static boolean fits(Page page) {
        return (boolean)
                page.evaluate(
                        "document.documentElement.scrollWidth <= document.documentElement.clientWidth");
    }
}
