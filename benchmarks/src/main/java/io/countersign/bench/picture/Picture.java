package io.countersign.bench.picture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Countersign and Keycloak side by side, as SVG with a background of its own, from the file that
 * {@code ./countersign bench keycloak} writes.
 */
public final class Picture {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int WIDTH = 780;
    private static final int TOP = 74;

    private static final String STYLE =
            """
            text { font: 13px system-ui, sans-serif; fill: #1f2328 }
            .title { font-size: 18px; font-weight: 600 }
            .heading { font-size: 14px; font-weight: 600 }
            .label { text-anchor: end }
            .small { font-size: 12px; fill: #59636e }
            .spread { stroke: #1f2328; stroke-width: 1.2; fill: none }
            """;

    private final JsonNode machine;
    private final List<JsonNode> figures;

    /** Whose bars, by what its figures begin with, and in which colour. */
    private record Party(String begins, String label, String colour) {}

    private static final List<Party> PARTIES =
            List.of(
                    new Party("Countersign", "Countersign", "#2da44e"),
                    new Party(
                            "Keycloak with our hash flags",
                            "Keycloak, Countersign's JVM flags",
                            "#8c959f"),
                    new Party(
                            "Keycloak with its own flags",
                            "Keycloak, its own JVM flags",
                            "#c3c9d0"));

    private Picture(JsonNode measured) {
        this.machine = measured.path("machine");
        this.figures =
                StreamSupport.stream(
                                measured.path("sides").path(0).path("figures").spliterator(), false)
                        .toList();
    }

    /**
     * The command.
     *
     * @param arguments the file of the figures, and the file to write
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            throw new IllegalArgumentException("Name the file of the figures and the one to write");
        }
        Files.writeString(Path.of(arguments[1]), of(Files.readString(Path.of(arguments[0]))));
    }

    /**
     * Draws it.
     *
     * @param measured the content of the file
     * @throws IllegalArgumentException where Keycloak was not measured
     */
    static String of(String measured) {
        return new Picture(JSON.readTree(measured)).svg();
    }

    private String svg() {
        List<Chart> charts =
                List.of(
                        chart("Password + authenticator app, sign-ins a second", "password + app"),
                        chart("Password only, sign-ins a second", "password only"),
                        chart(
                                "Time of a sign-in by password + app, same rate for all: median",
                                "password + app at half speed, p50"),
                        chart("… and 99th percentile", "password + app at half speed, p99"));
        StringBuilder body = new StringBuilder();
        int top = TOP;
        for (Chart chart : charts) {
            body.append(chart.svg(top));
            top += chart.height();
        }
        return """
               <svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %d %d" role="img">
               <title>Countersign and Keycloak side by side</title>
               <style>
               %s</style>
               <rect x="0.5" y="0.5" width="%d" height="%d" rx="8" fill="#ffffff" stroke="#d1d9e0"/>
               <text x="24" y="34" class="title">Countersign and Keycloak side by side</text>
               <text x="24" y="56" class="small">%s</text>
               %s</svg>
               """
                .formatted(
                        WIDTH,
                        top + 10,
                        WIDTH,
                        top + 10,
                        STYLE,
                        WIDTH - 1,
                        top + 9,
                        Chart.escaped(how()),
                        body);
    }

    private String how() {
        return String.format(
                Locale.ROOT,
                "Same Argon2id (7 MiB, 5 passes), same PostgreSQL, %d cores, %d alternating runs: median and spread",
                machine.path("cores").asInt(),
                runs(figure("Countersign: password + app")).length);
    }

    private Chart chart(String heading, String method) {
        List<Bar> bars = new ArrayList<>();
        for (Party party : PARTIES) {
            JsonNode figure = figure(party.begins() + ": " + method);
            double[] runs = runs(figure);
            bars.add(
                    new Bar(
                            party.label(),
                            median(runs),
                            runs[0],
                            runs[runs.length - 1],
                            figure.path("unit").asString(),
                            party.colour()));
        }
        return new Chart(heading, bars);
    }

    private JsonNode figure(String what) {
        return figures.stream()
                .filter(each -> each.path("what").asString().equals(what))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no figure of " + what));
    }

    private static double[] runs(JsonNode figure) {
        return StreamSupport.stream(figure.path("runs").spliterator(), false)
                .flatMapToDouble(run -> DoubleStream.of(run.asDouble()))
                .sorted()
                .toArray();
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
