package io.countersign.simulator.telegram.bot;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.countersign.simulator.telegram.ChatMessage.Body;
import io.countersign.simulator.telegram.wire.MessageEntity;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads Telegram's HTML style, which knows few tags and wants them closed.
 *
 * @see <a href="https://core.telegram.org/bots/api#html-style">HTML style</a>
 */
final class HtmlText {

    private static final Map<String, String> TYPES =
            Map.ofEntries(
                    Map.entry("b", "bold"),
                    Map.entry("strong", "bold"),
                    Map.entry("i", "italic"),
                    Map.entry("em", "italic"),
                    Map.entry("u", "underline"),
                    Map.entry("ins", "underline"),
                    Map.entry("s", "strikethrough"),
                    Map.entry("strike", "strikethrough"),
                    Map.entry("del", "strikethrough"),
                    Map.entry("tg-spoiler", "spoiler"),
                    Map.entry("code", "code"),
                    Map.entry("pre", "pre"),
                    Map.entry("blockquote", "blockquote"),
                    Map.entry("a", "text_link"));
    private static final Pattern TOKEN =
            Pattern.compile(
                    "<(?<end>/)?(?<tag>[a-zA-Z-]+)(?<attributes>[^<>]*)>"
                            + "|&(?:(?<name>lt|gt|amp|quot)|#(?<decimal>\\d{1,7})|#x(?<hex>[0-9a-fA-F]{1,6}));"
                            + "|(?<bare><)");
    private static final Pattern HREF = Pattern.compile("\\bhref\\s*=\\s*[\"']?([^\"'\\s]+)");

    /** What came of reading. */
    sealed interface Result {}

    record Parsed(Body body) implements Result {}

    record Unparsable(String reason) implements Result {}

    private record Open(String tag, String type, int offset, @Nullable String url) {}

    private final String html;
    private final StringBuilder text = new StringBuilder();
    private final List<MessageEntity> entities = new ArrayList<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private @Nullable String fault;

    private HtmlText(String html) {
        this.html = html;
    }

    static Result parse(String html) {
        return new HtmlText(html).parse();
    }

    private Result parse() {
        Matcher token = TOKEN.matcher(html);
        int read = 0;
        while (fault == null && token.find()) {
            text.append(html, read, token.start());
            read = token.end();
            take(token);
        }
        if (fault == null && !open.isEmpty()) {
            fault =
                    "Can't find end tag corresponding to start tag \""
                            + open.element().tag()
                            + "\"";
        }
        if (fault != null) {
            return new Unparsable(fault);
        }
        text.append(html.substring(read));
        entities.sort(
                Comparator.comparingInt(MessageEntity::offset)
                        .thenComparing(MessageEntity::length, Comparator.reverseOrder()));
        return new Parsed(new Body(text.toString(), List.copyOf(entities)));
    }

    private void take(Matcher token) {
        if (token.group("bare") != null) {
            fault = "Unclosed start tag at byte offset " + bytes(token.start());
        } else if (token.group("tag") == null) {
            text.append(character(token));
        } else if (token.group("end") == null) {
            begin(token);
        } else {
            end(token);
        }
    }

    private void begin(Matcher token) {
        String tag = token.group("tag").toLowerCase(Locale.ROOT);
        String type = TYPES.get(tag);
        if (type != null) {
            Matcher href = HREF.matcher(token.group("attributes"));
            open.push(new Open(tag, type, text.length(), href.find() ? href.group(1) : null));
        } else {
            fault = "Unsupported start tag \"" + tag + "\" at byte offset " + bytes(token.start());
        }
    }

    private void end(Matcher token) {
        String tag = token.group("tag").toLowerCase(Locale.ROOT);
        Open last = open.poll();
        if (last == null) {
            fault = "Unexpected end tag at byte offset " + bytes(token.start());
        } else if (!last.tag().equals(tag)) {
            fault =
                    "Unmatched end tag at byte offset %d, expected \"</%s>\", found \"</%s>\""
                            .formatted(bytes(token.start()), last.tag(), tag);
        } else if (text.length() > last.offset() && (!"a".equals(tag) || last.url() != null)) {
            entities.add(
                    new MessageEntity(
                            last.type(), last.offset(), text.length() - last.offset(), last.url()));
        }
    }

    private static String character(Matcher token) {
        if (token.group("decimal") != null) {
            return Character.toString(Integer.parseInt(token.group("decimal")));
        }
        if (token.group("hex") != null) {
            return Character.toString(Integer.parseInt(token.group("hex"), 16));
        }
        return switch (token.group("name")) {
            case "lt" -> "<";
            case "gt" -> ">";
            case "amp" -> "&";
            default -> "\"";
        };
    }

    private int bytes(int offset) {
        return html.substring(0, offset).getBytes(UTF_8).length;
    }
}
