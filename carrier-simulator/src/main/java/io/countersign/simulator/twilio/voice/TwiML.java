package io.countersign.simulator.twilio.voice;

import io.countersign.simulator.calls.Verb;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Reads the verbs {@code Say}, {@code Pause} and {@code Hangup}; others are skipped.
 *
 * @see <a href="https://www.twilio.com/docs/voice/twiml">TwiML for voice</a>
 */
final class TwiML {

    /** What a person hears when the instructions cannot be had or read. */
    static final List<Verb> APPLICATION_ERROR =
            List.of(
                    new Verb.Say(
                            "We are sorry, an application error has occurred. Goodbye.",
                            "en-US",
                            1),
                    new Verb.Hangup());

    /** As often as {@code loop="0"}, which is endless, is worth repeating. */
    private static final int ENDLESS = 1000;

    private TwiML() {}

    static List<Verb> read(String document) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            Element response =
                    factory.newDocumentBuilder()
                            .parse(new InputSource(new StringReader(document)))
                            .getDocumentElement();
            return "Response".equals(response.getTagName())
                    ? verbs(response.getChildNodes())
                    : APPLICATION_ERROR;
        } catch (SAXException | IOException | IllegalArgumentException unreadable) {
            return APPLICATION_ERROR;
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException("every Java platform can refuse a DTD", impossible);
        }
    }

    private static List<Verb> verbs(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .flatMap(node -> node instanceof Element element ? verb(element) : Stream.empty())
                .toList();
    }

    private static Stream<Verb> verb(Element element) {
        return switch (element.getTagName()) {
            case "Say" ->
                    Stream.of(
                            new Verb.Say(
                                    element.getTextContent().strip(),
                                    attribute(element, "language", "en-US"),
                                    times(attribute(element, "loop", "1"))));
            case "Pause" ->
                    Stream.of(
                            new Verb.Pause(
                                    Duration.ofSeconds(
                                            Long.parseLong(attribute(element, "length", "1")))));
            case "Hangup" -> Stream.of(new Verb.Hangup());
            default -> Stream.empty();
        };
    }

    private static int times(String loop) {
        int times = Integer.parseInt(loop);
        return times == 0 ? ENDLESS : times;
    }

    private static String attribute(Element element, String name, String otherwise) {
        return element.hasAttribute(name) ? element.getAttribute(name) : otherwise;
    }
}
