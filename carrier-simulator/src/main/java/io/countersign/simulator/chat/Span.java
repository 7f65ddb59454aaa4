package io.countersign.simulator.chat;

import io.countersign.simulator.telegram.ChatMessage.Body;
import io.countersign.simulator.telegram.wire.MessageEntity;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A part of a text with one look.
 *
 * @param looks the types of its entities, such as {@code bold italic}; empty for none
 * @param link where it leads, empty for nowhere
 */
record Span(String text, String looks, String link) {

    static List<Span> of(Body body) {
        int[] borders =
                IntStream.concat(
                                IntStream.of(0, body.text().length()),
                                body.entities().stream()
                                        .flatMapToInt(
                                                entity ->
                                                        IntStream.of(entity.offset(), end(entity))))
                        .sorted()
                        .distinct()
                        .toArray();
        return IntStream.range(1, borders.length)
                .mapToObj(index -> between(body, borders[index - 1], borders[index]))
                .toList();
    }

    private static Span between(Body body, int start, int end) {
        List<MessageEntity> covering =
                body.entities().stream()
                        .filter(entity -> entity.offset() <= start && end(entity) >= end)
                        .toList();
        return new Span(
                body.text().substring(start, end),
                covering.stream().map(MessageEntity::type).collect(Collectors.joining(" ")),
                covering.stream()
                        .map(MessageEntity::url)
                        .flatMap(Stream::ofNullable)
                        .filter(url -> url.startsWith("https://") || url.startsWith("http://"))
                        .findFirst()
                        .orElse(""));
    }

    private static int end(MessageEntity entity) {
        return entity.offset() + entity.length();
    }

    @Override
    public String toString() {
        return "Span[" + looks + "]";
    }
}
