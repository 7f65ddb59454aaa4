package io.countersign.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.countersign.events.WireEvent;
import java.util.Map;

/** Events to publish in tests. */
final class TestEvents {

    private TestEvents() {}

    static WireEvent event(String id) {
        return event(id, "{}".getBytes(UTF_8));
    }

    static WireEvent event(String id, byte[] data) {
        return new WireEvent(
                Map.of(
                        "specversion", "1.0",
                        "id", id,
                        "source", "/test",
                        "type", "io.countersign.test.v1",
                        "datacontenttype", "application/json",
                        "traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"),
                data);
    }

    static String id(ReceivedEvent received) {
        return received.event().attribute("id");
    }
}
