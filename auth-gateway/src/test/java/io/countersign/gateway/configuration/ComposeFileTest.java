package io.countersign.gateway.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ComposeFileTest {

    private static final Path CHECKOUT = Path.of("..");
    private static final Pattern GIVEN =
            Pattern.compile("(?m)^ +((?:COUNTERSIGN|SIMULATOR)_[A-Z_]+):");
    private static final Pattern KEY = Pattern.compile("`((?:countersign|simulator)\\.[a-z.-]+)`");
    private static final Pattern ASKED_FOR = Pattern.compile("\\$\\{([A-Z_]+)");
    private static final Pattern EXPLAINED = Pattern.compile("(?m)^([A-Z_]+)=");

    @Test
    void the_compose_file_names_only_settings_that_exist() throws IOException {
        Set<String> variables =
                found(KEY, "docs/configuration.md").stream()
                        .map(ComposeFileTest::variable)
                        .collect(Collectors.toSet());

        assertThat(found(GIVEN, "docker-compose.yml")).isNotEmpty().isSubsetOf(variables);
    }

    @Test
    void what_the_compose_file_asks_for_is_in_the_example_or_the_demonstration()
            throws IOException {
        Set<String> explained = found(EXPLAINED, "deploy/env.example");
        explained.addAll(found(EXPLAINED, "deploy/demo"));

        assertThat(found(ASKED_FOR, "docker-compose.yml")).isNotEmpty().isSubsetOf(explained);
    }

    @Test
    void what_the_example_explains_is_asked_for() throws IOException {
        assertThat(found(ASKED_FOR, "docker-compose.yml"))
                .containsAll(found(EXPLAINED, "deploy/env.example"));
    }

    /** As Spring Boot reads it. */
    private static String variable(String key) {
        return key.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
    }

    private static Set<String> found(Pattern pattern, String file) throws IOException {
        return pattern.matcher(Files.readString(CHECKOUT.resolve(file)))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
