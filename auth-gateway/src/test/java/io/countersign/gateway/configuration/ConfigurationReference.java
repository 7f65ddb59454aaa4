package io.countersign.gateway.configuration;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Writes down all settings of our own, from the records in the sources that hold them. */
final class ConfigurationReference {

    private static final String HEAD =
            """
            # Settings

            Generated from the code; a test fails where this is outdated, and
            `mvn -pl auth-gateway test -Dtest=ConfigurationReferenceTest -Drewrite=true` writes it anew.

            Each key can be given as an environment variable too: `countersign.sign-in.patience` as
            `COUNTERSIGN_SIGNIN_PATIENCE`. Durations are written like `30s`, `5m` or `12h`. A value out of its bounds, or a
            required one that is missing, stops the start with a sentence that names the key.

            Where the servers are is told by Spring Boot's keys, for every program but the simulator:
            `spring.kafka.bootstrap-servers` and `spring.data.redis.url`; for the gateway also `spring.datasource.url`,
            `spring.datasource.username` and `spring.datasource.password`. `server.port` is where a program listens.
            """;

    /** Their sections, in the order in which a delivery passes them. */
    private static final List<Program> PROGRAMS =
            List.of(
                    new Program("The gateway", "auth-gateway", "identity", "challenge-engine"),
                    new Program("The gateway and every channel worker", "shared-broker"),
                    new Program("Every channel worker", "channel-kit"),
                    new Program("The SMS worker", "channel-sms"),
                    new Program("The voice worker", "channel-voice"),
                    new Program("The Telegram worker", "channel-telegram"),
                    new Program("The e-mail worker", "channel-email"),
                    new Program("The carrier simulator", "carrier-simulator"));

    private final Path checkout;
    private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();

    ConfigurationReference(Path checkout) {
        this.checkout = checkout;
    }

    String markdown() throws IOException {
        StringBuilder text = new StringBuilder(HEAD);
        for (Program program : PROGRAMS) {
            text.append("\n## ").append(program.title()).append('\n');
            groups(program).values().forEach(group -> text.append('\n').append(group));
        }
        return text.toString();
    }

    private record Program(String title, List<String> modules) {

        Program(String title, String... modules) {
            this(title, List.of(modules));
        }
    }

    /** The tables of a program, by their prefix. */
    private Map<String, String> groups(Program program) throws IOException {
        Map<String, String> groups = new TreeMap<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task =
                    (JavacTask)
                            compiler.getTask(
                                    null,
                                    files,
                                    null,
                                    List.of(),
                                    null,
                                    files.getJavaFileObjectsFromPaths(sources(program)));
            DocTrees docs = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                for (Tree type : unit.getTypeDecls()) {
                    if (type instanceof ClassTree record) {
                        DocCommentTree doc = docs.getDocCommentTree(TreePath.getPath(unit, type));
                        prefix(record)
                                .ifPresent(
                                        prefix -> groups.put(prefix, table(prefix, record, doc)));
                    }
                }
            }
        }
        return groups;
    }

    private List<Path> sources(Program program) throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String module : program.modules()) {
            Path folder = checkout.resolve(module).resolve("src/main/java");
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .filter(ConfigurationReference::holdsSettings)
                        .forEach(sources::add);
            }
        }
        return sources;
    }

    private static boolean holdsSettings(Path source) {
        try {
            return Files.readString(source).contains("@ConfigurationProperties(");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> prefix(ClassTree type) {
        return annotation(type.getModifiers().getAnnotations(), "ConfigurationProperties")
                .map(found -> text(found.getArguments().getFirst()));
    }

    private static String table(String prefix, ClassTree record, @Nullable DocCommentTree doc) {
        if (doc == null) {
            throw new IllegalStateException(prefix + " is not documented");
        }
        String rows =
                record.getMembers().stream()
                        .filter(VariableTree.class::isInstance)
                        .map(VariableTree.class::cast)
                        .filter(field -> !field.getModifiers().getFlags().contains(Modifier.STATIC))
                        .map(field -> row(prefix, field, doc))
                        .collect(Collectors.joining());
        return """
        ### %s

        %s

        | key | default | bounds | meaning |
        |---|---|---|---|
        %s"""
                .formatted(prefix, plain(doc.getFullBody()), rows);
    }

    private static String row(String prefix, VariableTree field, DocCommentTree doc) {
        String name = field.getName().toString();
        return "| `%s.%s` | %s | %s | %s |\n"
                .formatted(
                        prefix,
                        name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT),
                        byDefault(field),
                        bounds(field),
                        meaning(name, doc));
    }

    private static String meaning(String name, DocCommentTree doc) {
        return doc.getBlockTags().stream()
                .filter(ParamTree.class::isInstance)
                .map(ParamTree.class::cast)
                .filter(param -> param.getName().toString().equals(name))
                .map(param -> plain(param.getDescription()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(name + " is not documented"));
    }

    private static String byDefault(VariableTree field) {
        List<? extends AnnotationTree> annotations = field.getModifiers().getAnnotations();
        if (annotation(annotations, "Nullable").isPresent()
                || field.getType().toString().contains("@Nullable")) {
            return "none";
        }
        Optional<AnnotationTree> byDefault = annotation(annotations, "DefaultValue");
        if (byDefault.filter(found -> found.getArguments().isEmpty()).isPresent()) {
            return "none";
        }
        String given = byDefault.map(found -> text(found.getArguments().getFirst())).orElse("");
        return given.isEmpty() ? "**required**" : "`" + given + "`";
    }

    private static String bounds(VariableTree field) {
        return field.getModifiers().getAnnotations().stream()
                .flatMap(ConfigurationReference::bound)
                .collect(Collectors.joining(", "));
    }

    private static Stream<String> bound(AnnotationTree annotation) {
        String arguments =
                annotation.getArguments().stream()
                        .map(ConfigurationReference::amount)
                        .collect(Collectors.joining(" "));
        return switch (annotation.getAnnotationType().toString()) {
            case "Min", "DurationMin" -> Stream.of("from " + arguments);
            case "Max", "DurationMax" -> Stream.of("to " + arguments);
            default -> Stream.empty();
        };
    }

    /** {@code 5} as it is, {@code minutes = 5} as {@code 5 minutes}. */
    private static String amount(ExpressionTree argument) {
        String[] parts = argument.toString().split(" = ", 2);
        if (parts.length == 1 || parts[0].equals("value")) {
            return parts[parts.length - 1];
        }
        String unit = parts[1].equals("1") ? parts[0].replaceAll("s$", "") : parts[0];
        return parts[1] + " " + unit;
    }

    private static Optional<AnnotationTree> annotation(
            List<? extends AnnotationTree> annotations, String name) {
        return annotations.stream()
                .filter(annotation -> annotation.getAnnotationType().toString().equals(name))
                .map(AnnotationTree.class::cast)
                .findFirst();
    }

    /** One text, or several in braces, without quotes. */
    private static String text(ExpressionTree literals) {
        String source = literals.toString();
        int assigned = source.indexOf(" = ");
        return source.substring(assigned < 0 ? 0 : assigned + 3).replaceAll("[{}\"]", "");
    }

    private static String plain(List<? extends DocTree> doc) {
        return doc.stream()
                .map(
                        part ->
                                part instanceof LiteralTree literal
                                        ? "`" + literal.getBody().getBody().strip() + "`"
                                        : part.toString())
                .collect(Collectors.joining())
                .replaceAll("\\s+", " ")
                .replace("|", "\\|")
                .strip();
    }
}
