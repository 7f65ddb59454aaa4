package io.countersign.bench.result;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** Gathers figures of several runs; writes them as JSON and as a table. */
public final class Results {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<Key, List<Double>> runs = new LinkedHashMap<>();
    private final Map<String, Object> machine = new TreeMap<>();

    private record Key(String row, String what, String unit, String goal) {}

    /** Says what the figures were measured on. */
    public Results() {
        machine.put("cores", Runtime.getRuntime().availableProcessors());
        machine.put("java", System.getProperty("java.vm.version"));
        machine.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    }

    /** Adds what one run measured. */
    public void add(String row, String what, String unit, String goal, double value) {
        runs.computeIfAbsent(new Key(row, what, unit, goal), _ -> new ArrayList<>()).add(value);
    }

    public List<Figure> figures() {
        return runs.entrySet().stream()
                .map(
                        each ->
                                new Figure(
                                        each.getKey().row(),
                                        each.getKey().what(),
                                        each.getKey().unit(),
                                        List.copyOf(each.getValue()),
                                        each.getKey().goal()))
                .toList();
    }

    /** The table in Markdown. */
    public String table() {
        StringBuilder table =
                new StringBuilder("| # | what | median | spread | goal |\n|---|---|---|---|---|\n");
        figures().forEach(figure -> table.append(figure.line()).append('\n'));
        return table.toString();
    }

    /** Writes everything, so that pictures and comparisons need nothing else. */
    public void write(Path file) throws IOException {
        Files.writeString(
                file,
                JSON.writerWithDefaultPrettyPrinter()
                        .writeValueAsString(Map.of("machine", machine, "figures", figures())));
    }
}
