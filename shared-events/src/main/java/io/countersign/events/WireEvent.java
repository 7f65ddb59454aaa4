package io.countersign.events;

import java.util.Map;

/**
 * One event in CloudEvents' binary mode: context attributes beside the data.
 *
 * <p>A broker adapter writes each attribute as one header under its protocol's prefix ({@code ce_}
 * for Kafka, {@code cloudEvents:} for AMQP) and the data as the message body.
 *
 * @param attributes CloudEvents context attributes by their plain names, such as {@code id}, {@code
 *     type} and {@code traceparent}; {@code datacontenttype} among them
 * @param data the event's data, UTF-8 JSON
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/spec.md">CloudEvents
 *     1.0.2</a>
 */
public record WireEvent(Map<String, String> attributes, byte[] data) {

    public WireEvent {
        attributes = Map.copyOf(attributes);
    }

    /** The attribute, or an empty string where the event does not carry it. */
    public String attribute(String name) {
        return attributes.getOrDefault(name, "");
    }

    /** Names the event without its data, which does not belong in a log even if sealed. */
    @Override
    public String toString() {
        return "WireEvent["
                + attribute("type")
                + " "
                + attribute("id")
                + ", "
                + data.length
                + " bytes]";
    }
}
