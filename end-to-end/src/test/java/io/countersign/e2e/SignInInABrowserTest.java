package io.countersign.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.countersign.stack.own.OwnStack;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@EnabledIfEnvironmentVariable(named = Chromium.VARIABLE, matches = ".+")
@ExtendWith({SharedStack.class, Chromium.class})
class SignInInABrowserTest {

    private static final Pattern SECURITY = Pattern.compile(".*/security");
    private static final Pattern CHALLENGE = Pattern.compile(".*/challenge.*");

    @ParameterizedTest
    @ValueSource(ints = {1280, 360})
    void theCodeFromTheHandsetPageSignsIn(int width, OwnStack stack, Page page, Page handset) {
        page.setViewportSize(width, 800);
        handset.navigate(stack.handset().toString());
        int before = Simulator.of(stack).codes(Demo.PHONE).size();

        Demo.enterPassword(stack, page);
        String code = Simulator.of(stack).codeAfter(before, Demo.PHONE);

        assertThat(handset.getByText(code).last()).isVisible();
        Demo.enterCode(page, code);
        assertThat(page).hasURL(SECURITY);
        assertThat(hasHorizontalScrollBar(page)).isFalse();
    }

    @Test
    void aWrongCodeDoesNotAndSaysHowManyGuessesAreLeft(OwnStack stack, Page page) {
        int before = Simulator.of(stack).codes(Demo.PHONE).size();
        Demo.enterPassword(stack, page);
        String right = Simulator.of(stack).codeAfter(before, Demo.PHONE);

        Demo.enterCode(page, other(right));

        assertThat(page).hasURL(CHALLENGE);
        assertThat(page.getByRole(AriaRole.ALERT).first()).containsText("not the right code");
        assertThat(page.getByText("4 tries left")).isVisible();
    }

    @Test
    void theCodeOfAnEarlierSignInDoesNot(OwnStack stack, Page page) {
        int before = Simulator.of(stack).codes(Demo.PHONE).size();
        Demo.enterPassword(stack, page);
        String used = Simulator.of(stack).codeAfter(before, Demo.PHONE);
        Demo.enterCode(page, used);
        assertThat(page).hasURL(SECURITY);
        Demo.signOut(page);

        Demo.enterPassword(stack, page);
        String fresh = Simulator.of(stack).codeAfter(before + 1, Demo.PHONE);
        assertThat(fresh).isNotEqualTo(used);
        Demo.enterCode(page, used);

        assertThat(page).hasURL(CHALLENGE);
    }

    @Test
    void withoutTheCodeThereIsNoWayIn(OwnStack stack, Page page) {
        Demo.enterPassword(stack, page);

        page.navigate(stack.login().resolve("/security").toString());

        assertThat(page.getByText("Phone").count()).isZero();
        page.navigate(stack.login().resolve("/").toString());
        assertThat(page).hasURL(CHALLENGE);
    }

    private static String other(String code) {
        return code.equals("000000") ? "000001" : "000000";
    }

    private static boolean hasHorizontalScrollBar(Page page) {
        return (boolean)
                page.evaluate(
                        "document.documentElement.scrollWidth > document.documentElement.clientWidth");
    }
}
