package io.countersign.bench.result;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** The figures of one checkout, or of two beside each other, as JSON and as a table. */
public final class Report {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<Path> checkouts;
    private final List<Results> measured;

    /**
     * @param checkouts where the programs came from
     * @param measured of each, in the same order
     */
    public Report(List<Path> checkouts, List<Results> measured) {
        this.checkouts = checkouts;
        this.measured = measured;
    }

    /** The table in Markdown. */
    public String table() {
        return measured.size() == 1 ? plain() : compared();
    }

    private String plain() {
        StringBuilder table =
                new StringBuilder("| # | what | median | spread | goal |\n|---|---|---|---|---|\n");
        for (Figure each : measured.getFirst().figures()) {
            table.append(
                    "| %s | %s | %s | %s | %s |\n"
                            .formatted(
                                    each.row(),
                                    each.what(),
                                    each.shown(),
                                    each.spread(),
                                    each.goal()));
        }
        return table.toString();
    }

    private String compared() {
        StringBuilder table =
                new StringBuilder(
                        """
                        | # | what | here | spread | there | spread | here ÷ there | goal |
                        |---|---|---|---|---|---|---|---|
                        """);
        for (Figure each : measured.getFirst().figures()) {
            Optional<Figure> other = measured.getLast().like(each);
            table.append(
                    "| %s | %s | %s | %s | %s | %s | %s | %s |\n"
                            .formatted(
                                    each.row(),
                                    each.what(),
                                    each.shown(),
                                    each.spread(),
                                    other.map(Figure::shown).orElse("–"),
                                    other.map(Figure::spread).orElse("–"),
                                    other.map(there -> Figure.shown(each.ratio(there))).orElse("–"),
                                    each.goal()));
        }
        return table.toString();
    }

    /** Writes everything, so that pictures and comparisons need nothing else. */
    public void write(Path file) throws IOException {
        List<Map<String, Object>> sides = new ArrayList<>();
        for (int i = 0; i < measured.size(); i++) {
            Map<String, Object> side = new LinkedHashMap<>();
            side.put("checkout", String.valueOf(checkouts.get(i).getFileName()));
            side.put("figures", measured.get(i).figures());
            sides.add(side);
        }
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("machine", machine());
        all.put("sides", sides);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(all));
    }

    private static Map<String, Object> machine() {
        Map<String, Object> machine = new LinkedHashMap<>();
        machine.put("cores", Runtime.getRuntime().availableProcessors());
        machine.put("java", System.getProperty("java.vm.version"));
        machine.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        machine.put("load", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        return machine;
    }
}
