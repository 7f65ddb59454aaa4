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

    private static final Pattern PROOF = Pattern.compile(".*/proof.*");

    @ParameterizedTest
    @ValueSource(ints = {1280, 360})
    @Tag("SECURITY-22")
    void aStrangerSignsUpAddsTwoPhonesAndSignsInWithEither(int width, OwnStack stack, Page page) {
        page.setViewportSize(width, 800);
        Member member = Member.named(stack, page, "person-" + width);
        List<String> numbers =
                List.of("+1212555%04d".formatted(width), "+1310555%04d".formatted(width));

        member.signUp();
        addPhone(stack, page, "First phone", numbers.get(0));
        assertThat(page.locator("#codes > li")).hasCount(10);
        assertThat(fits(page)).as("no horizontal scroll bar").isTrue();
        page.locator("#go-on").click();
        addPhone(stack, page, "Second phone", numbers.get(1));
        assertThat(page).hasURL(Member.SECURITY);
        assertThat(page.locator(".rows > li")).hasCount(2);

        signInWith(member, "First phone", numbers.get(0));
        signInWith(member, "Second phone", numbers.get(1));
        page.locator("#history").click();
        assertThat(page.locator("time").first()).isVisible();
        assertThat(fits(page)).as("no horizontal scroll bar").isTrue();
    }

    private static void addPhone(OwnStack stack, Page page, String name, String number) {
        page.locator("#add-phone").click();
        page.locator("#number").fill(number);
        page.locator("#name").fill(name);
        page.locator("#password").fill(Member.PASSWORD);
        assertThat(fits(page)).as("no horizontal scroll bar").isTrue();
        page.locator("#send-code").click();
        assertThat(page).hasURL(PROOF);
        Demo.enterCode(page, Simulator.of(stack).codeAfter(0, number));
    }

    /** Signs out and in again, with the code that this phone gets. */
    private static void signInWith(Member member, String name, String number) {
        Page page = member.page();
        Simulator simulator = Simulator.of(member.stack());
        Demo.signOut(page);
        int before = simulator.codes(number).size();
        member.enterPassword();
        assertThat(page).hasURL(Member.CHALLENGE);
        if (!page.locator("#destination").innerText().contains(name)) {
            page.locator("#other-phones").click();
            page.locator("button.choice").click();
            assertThat(page.locator("#destination")).containsText(name);
        }
        Demo.enterCode(page, simulator.codeAfter(before, number));
        assertThat(page).hasURL(Member.SECURITY);
    }

    private static boolean fits(Page page) {
        return (boolean)
                page.evaluate(
                        "document.documentElement.scrollWidth <= document.documentElement.clientWidth");
    }
}
