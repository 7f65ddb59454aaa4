package io.countersign.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProblemListTest {

    private static final Pattern ROW =
            Pattern.compile("\\| `(/problems/[a-z-]+)` \\| (\\d{3}) \\|.*");

    @Test
    void theListHoldsEveryProblemWithItsStatusAndNoOther() throws IOException {
        List<String> listed =
                Files.readAllLines(Path.of("../docs/problems.md")).stream()
                        .map(ROW::matcher)
                        .filter(row -> row.matches())
                        .map(row -> row.group(1) + " " + row.group(2))
                        .toList();

        assertThat(listed)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(ProblemType.values())
                                .map(type -> type.uri() + " " + type.status())
                                .toList());
    }
}
