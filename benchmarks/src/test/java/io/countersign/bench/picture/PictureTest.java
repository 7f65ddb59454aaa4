package io.countersign.bench.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class PictureTest {

    private static final List<String> WHOSE =
            List.of("Countersign", "Keycloak with our hash flags", "Keycloak with its own flags");
    private static final List<String> METHODS =
            List.of(
                    "password + app",
                    "password only",
                    "password + app at half speed, p50",
                    "password + app at half speed, p99");

    @Test
    void hasABarForEachFigureWithItsMedian() throws Exception {
        String svg = Picture.of(measured("[40.0, 10.0, 20.0]"));

        Document document =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        assertThat(document.getElementsByTagName("path").getLength()).isEqualTo(12);
        assertThat(svg).contains(">20 /s<", "2 cores, 3 alternating runs");
    }

    @Test
    void needsKeycloak() {
        assertThatThrownBy(() -> Picture.of("{\"sides\": [{\"figures\": []}]}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Countersign: password + app");
    }

    private static String measured(String runs) {
        return WHOSE.stream()
                .flatMap(whose -> METHODS.stream().map(method -> whose + ": " + method))
                .map(
                        what ->
                                "{\"what\": \"%s\", \"unit\": \"/s\", \"runs\": %s}"
                                        .formatted(what, runs))
                .collect(
                        Collectors.joining(
                                ", ",
                                "{\"machine\": {\"cores\": 2}, \"sides\": [{\"figures\": [",
                                "]}]}"));
    }
}
