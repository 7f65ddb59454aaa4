package io.countersign.gateway.web.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The messages of the pages and those that kinds of factors bring along. */
public final class AllMessages {

    private static final Path RESOURCES = Path.of("src/main/resources");

    private AllMessages() {}

    public static Map<String, String> in(Locale language) {
        String suffix = language.equals(Locale.ENGLISH) ? "" : "_" + language.getLanguage();
        Map<String, String> messages = new TreeMap<>();
        bundles()
                .flatMap(bundle -> read(bundle + suffix + ".properties"))
                .forEach(
                        message ->
                                assertThat(
                                                messages.put(
                                                        (String) message.getKey(),
                                                        (String) message.getValue()))
                                        .as("another text of %s", message.getKey())
                                        .isNull());
        return messages;
    }

    private static Stream<String> bundles() {
        String[] brought = RESOURCES.resolve("words").toFile().list();
        return Stream.concat(
                Stream.of("messages"),
                Arrays.stream(Objects.requireNonNull(brought))
                        .filter(file -> !file.contains("_"))
                        .map(file -> "words/" + file.replace(".properties", "")));
    }

    private static Stream<Map.Entry<Object, Object>> read(String name) {
        Properties properties = new Properties();
        try (Reader file = Files.newBufferedReader(RESOURCES.resolve(name))) {
            properties.load(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return properties.entrySet().stream();
    }
}
