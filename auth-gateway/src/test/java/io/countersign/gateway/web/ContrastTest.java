package io.countersign.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The colours are far enough apart to be read, in light and in dark.
 *
 * @see <a href="https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio">WCAG 2.2, contrast ratio</a>
 */
class ContrastTest {

    private static final Pattern COLOUR = Pattern.compile("--([a-z-]+): #([0-9a-f]{6});");

    @ParameterizedTest
    @CsvSource({
        "text, ground, 4.5",
        "text, surface, 4.5",
        "muted, ground, 4.5",
        "muted, surface, 4.5",
        "accent, surface, 4.5",
        "accent, ground, 4.5",
        "accent-strong, surface, 4.5",
        "on-accent, accent, 4.5",
        "on-accent, accent-strong, 4.5",
        "bad, surface, 4.5",
        "good, good-ground, 4.5",
        "warn, warn-ground, 4.5",
        "bad, bad-ground, 4.5",
        "info, info-ground, 4.5",
        "control, surface, 3",
        "accent, surface, 3"
    })
    void isEnough(String front, String back, double least) throws IOException {
        for (Map<String, String> theme : themes()) {
            assertThat(contrast(luminance(theme, front), luminance(theme, back)))
                    .as("%s on %s", front, back)
                    .isGreaterThanOrEqualTo(least);
        }
    }

    private static List<Map<String, String>> themes() throws IOException {
        String css = Files.readString(Path.of("src/main/resources/static/assets/countersign.css"));
        int dark = css.indexOf("prefers-color-scheme: dark");
        return List.of(colours(css.substring(0, dark)), colours(css.substring(dark)));
    }

    private static Map<String, String> colours(String css) {
        return COLOUR.matcher(css)
                .results()
                .collect(Collectors.toMap(found -> found.group(1), found -> found.group(2)));
    }

    private static double contrast(double one, double other) {
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    private static double luminance(Map<String, String> theme, String name) {
        String hex = Objects.requireNonNull(theme.get(name), name);
        double[] weights = {0.2126, 0.7152, 0.0722};
        return IntStream.range(0, 3)
                .mapToDouble(i -> weights[i] * linear(Integer.parseInt(hex, 2 * i, 2 * i + 2, 16)))
                .sum();
    }

    private static double linear(int channel) {
        double part = channel / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
