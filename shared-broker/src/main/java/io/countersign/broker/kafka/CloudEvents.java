package io.countersign.broker.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.countersign.events.WireEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * Events as Kafka records: an attribute per header, the data as value.
 *
 * @see <a
 *     href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/kafka-protocol-binding.md">CloudEvents
 *     Kafka binding 1.0.2, section 3.2</a>
 */
final class CloudEvents {

    /** What was found in a record. */
    sealed interface Reading {

        record Event(WireEvent event) implements Reading {}

        /** Not an event, or too large to be one of ours. */
        record Poison(String cause) implements Reading {}
    }

    private static final String PREFIX = "ce_";
    private static final String DATA_CONTENT_TYPE = "datacontenttype";
    private static final String CONTENT_TYPE = "content-type";
    private static final List<String> REQUIRED = List.of("specversion", "id", "source", "type");

    private CloudEvents() {}

    static List<Header> headers(WireEvent event) {
        List<Header> headers = new ArrayList<>();
        event.attributes()
                .forEach(
                        (name, value) ->
                                headers.add(new RecordHeader(header(name), value.getBytes(UTF_8))));
        return headers;
    }

    static Reading read(ConsumerRecord<byte[], byte[]> received, int mostBytes) {
        byte[] data = received.value();
        if (data == null) {
            return new Reading.Poison("no data");
        }
        if (data.length > mostBytes) {
            return new Reading.Poison("larger than " + mostBytes + " bytes: " + data.length);
        }
        Map<String, String> attributes = attributes(received);
        for (String name : REQUIRED) {
            if (!attributes.containsKey(name)) {
                return new Reading.Poison("not a CloudEvent in binary mode: no " + header(name));
            }
        }
        return new Reading.Event(new WireEvent(attributes, data));
    }

    private static Map<String, String> attributes(ConsumerRecord<byte[], byte[]> received) {
        Map<String, String> attributes = new HashMap<>();
        for (Header header : received.headers()) {
            if (header.value() == null) {
                continue;
            }
            String value = new String(header.value(), UTF_8);
            if (header.key().equals(CONTENT_TYPE)) {
                attributes.put(DATA_CONTENT_TYPE, value);
            } else if (header.key().startsWith(PREFIX)) {
                attributes.put(header.key().substring(PREFIX.length()), value);
            }
        }
        return attributes;
    }

    private static String header(String attribute) {
        return attribute.equals(DATA_CONTENT_TYPE) ? CONTENT_TYPE : PREFIX + attribute;
    }
}
