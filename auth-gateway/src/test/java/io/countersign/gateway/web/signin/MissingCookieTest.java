package io.countersign.gateway.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.gateway.GatewayTest;
import io.countersign.gateway.Visitor;
import io.countersign.gateway.web.Page;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MissingCookieTest extends GatewayTest {

    @ParameterizedTest
    @ValueSource(strings = {"/sign-in", "/sign-up", "/forgotten"})
    void is_told_from_a_page_that_was_open_too_long_and_loses_no_address(String form) {
        Map<String, String> fields = Map.of("email", "jo@people.test", "password", "secret words");
        String token = visitor().token(form);

        Page blocked = Page.of(visitor().post(form, fields, token));

        assertThat(blocked.status()).isEqualTo(403);
        assertThat(blocked.text("#notice")).contains("needs cookies");
        assertThat(blocked.attribute("#email", "value")).isEqualTo("jo@people.test");
        assertThat(blocked.document().html()).doesNotContain("secret words");

        Visitor late = visitor();
        late.get(form);
        Page outdated = Page.of(late.post(form, fields, token));

        assertThat(outdated.text("#notice")).contains("open for too long");
        assertThat(outdated.attribute("#email", "value")).isEqualTo("jo@people.test");
    }
}
