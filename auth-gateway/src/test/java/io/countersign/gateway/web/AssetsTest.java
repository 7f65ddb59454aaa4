package io.countersign.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.gateway.GatewayTest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssetsTest extends GatewayTest {

    @Test
    void changeTheirNamesWithTheirContentSoThatNoBrowserKeepsOldOnes() {
        Page page = Page.of(visitor().get("/sign-in"));

        assertThat(
                        List.of(
                                page.attribute("link[rel=stylesheet]", "href"),
                                page.attribute("script", "src"),
                                page.attribute("link[rel=icon]", "href")))
                .allMatch(path -> path.matches("/assets/[a-z]+-[0-9a-f]{32}\\.(css|js|svg)"))
                .allMatch(path -> visitor().get(path).statusCode() == 200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"countersign.css", "countersign.js", "logo.svg"})
    void canBeKeptByAnybodyForAWhile(String name) {
        HttpResponse<String> response = visitor().get("/assets/" + name);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Cache-Control")).hasValue("max-age=3600");
        assertThat(response.headers().allValues("Set-Cookie")).isEmpty();
    }
}
