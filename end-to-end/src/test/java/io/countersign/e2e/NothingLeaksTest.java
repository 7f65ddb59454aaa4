package io.countersign.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.countersign.stack.own.OwnStack;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.ExtendWith;

@EnabledIfEnvironmentVariable(named = Chromium.VARIABLE, matches = ".+")
@ExtendWith({SharedStack.class, Chromium.class})
class NothingLeaksTest {

    @Test
    @Tag("SECURITY-23")
    void codeNumberAndPasswordStandInNoLogTopicKeyOrRow(OwnStack stack, Page page)
            throws Exception {
        int before = Simulator.of(stack).codes(Demo.PHONE).size();
        Demo.enterPassword(stack, page);
        String code = Simulator.of(stack).codeAfter(before, Demo.PHONE);
        Demo.enterCode(page, code);
        assertThat(page).hasURL(Pattern.compile(".*/security"));

        Remains remains = Remains.of(stack);

        assertThat(remains.places())
                .as("looked where something is")
                .contains("log auth-gateway.log", "log channel-sms.log")
                .anyMatch(place -> place.startsWith("topic countersign.delivery.requested.sms"))
                .anyMatch(place -> place.startsWith("key countersign:"))
                .anyMatch(place -> place.startsWith("row of sign_in"))
                .anyMatch(place -> place.startsWith("row of phone"));
        assertThat(remains.placesOf(code)).as("the code").isEmpty();
        assertThat(remains.placesOf(Demo.PHONE.substring(1))).as("the phone number").isEmpty();
        assertThat(remains.placesOf(Demo.PHONE.substring(5))).as("its last digits").isEmpty();
        assertThat(remains.placesOf(Demo.PASSWORD)).as("the password").isEmpty();
    }

    @Test
    void theSearchFindsWhatIsThere(OwnStack stack) throws Exception {
        assertThat(Remains.of(stack).placesOf(Demo.EMAIL)).isEqualTo(List.of("row of account"));
    }
}
