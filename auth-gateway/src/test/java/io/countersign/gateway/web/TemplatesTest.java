package io.countersign.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.gateway.web.language.AllMessages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TemplatesTest {

    /** Messages whose keys are written out, not put together. */
    private static final Pattern MESSAGE = Pattern.compile("#\\{([a-z][a-z0-9.-]*)[(}]");

    private static final Pattern LETTERS = Pattern.compile("\\p{L}{2,}");

    static List<Path> templates() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/templates"))) {
            return files.toList();
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void sayNothingThatIsNotTranslated(Path template) throws IOException {
        Document document = Jsoup.parse(Files.readString(template), Parser.xmlParser());

        assertThat(
                        document.nodeStream(TextNode.class)
                                .map(TextNode::text)
                                .map(text -> text.replaceAll("\\[\\[.*?]]", ""))
                                .filter(text -> LETTERS.matcher(text).find())
                                .map(String::strip))
                .isSubsetOf("Countersign", "· Countersign");
        assertThat(document.select("[aria-label], [title], [placeholder], img[alt]:not([alt=''])"))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void nameOnlyMessagesThatThereAre(Path template) throws IOException {
        Set<String> messages = AllMessages.in(Locale.ENGLISH).keySet();

        assertThat(
                        MESSAGE.matcher(Files.readString(template))
                                .results()
                                .map(found -> found.group(1)))
                .isSubsetOf(messages);
    }

    @ParameterizedTest
    @MethodSource("templates")
    void neverShowTextAsMarkup(Path template) throws IOException {
        assertThat(Files.readString(template)).doesNotContain("th:utext", "[(");
    }
}
