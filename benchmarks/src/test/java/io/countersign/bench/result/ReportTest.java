package io.countersign.bench.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

    private static final Path HERE = Path.of("here");
    private static final Path THERE = Path.of("there");

    @Test
    void showsMedianAndSpread() {
        Report report = new Report(List.of(HERE), List.of(measured(3, 100, 20)));

        assertThat(report.table()).contains("| P1 | speed | 20.0 /s | 3.00–100 | ≥ 9 |");
    }

    @Test
    void comparesRunsThatFollowedEachOther() {
        // The machine became half as fast meanwhile, for both alike.
        Report report =
                new Report(
                        List.of(HERE, THERE), List.of(measured(30, 30, 15), measured(20, 20, 10)));

        assertThat(report.table())
                .contains(
                        "| P1 | speed | 30.0 /s | 15.0–30.0 | 20.0 /s | 10.0–20.0 | 1.50 | ≥ 9 |");
    }

    @Test
    void leavesOpenWhatOnlyOneHas() {
        Report report = new Report(List.of(HERE, THERE), List.of(measured(1), new Results()));

        assertThat(report.table())
                .contains("| P1 | speed | 1.00 /s | 1.00–1.00 | – | – | – | ≥ 9 |");
    }

    @Test
    void writesEveryRun(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("new").resolve("bench.json");

        new Report(List.of(HERE), List.of(measured(1.5, 2.5))).write(file);

        assertThat(Files.readString(file)).contains("\"here\"", "\"P1\"", "1.5, 2.5");
    }

    private static Results measured(double... runs) {
        Results results = new Results();
        for (double run : runs) {
            results.add("P1", "speed", "/s", "≥ 9", run);
        }
        return results;
    }
}
