package io.countersign.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns events into their wire form and back. A reader takes fields that it does not know for
 * additions of a later writer; a change that an old reader would misunderstand gets a new type
 * name.
 */
public final class EventCodec {

    private static final String SPEC_VERSION = "1.0";

    private final JsonMapper json =
            JsonMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .changeDefaultPropertyInclusion(
                            i -> i.withValueInclusion(JsonInclude.Include.NON_NULL))
                    .build();

    private final String source;

    /**
     * @param source the CloudEvents source: a URI reference naming the program, such as {@code
     *     /countersign/auth-gateway}
     */
    public EventCodec(String source) {
        this.source = source;
    }

    public WireEvent encode(DeliveryRequested event) {
        String id = event.delivery(1).wire();
        return wire(
                DeliveryRequested.TYPE,
                id,
                event.subject().wire(),
                event.requestedAt(),
                event.traceparent(),
                event);
    }

    public WireEvent encode(DeliveryReported event) {
        String id = event.delivery().wire() + "." + event.progress();
        return wire(
                DeliveryReported.TYPE,
                id,
                event.delivery().subject().wire(),
                event.at(),
                null,
                event);
    }

    public WireEvent encode(StatementMade event) {
        String id = event.challenge().wire() + "." + event.name();
        return wire(StatementMade.TYPE, id, event.challenge().wire(), event.at(), null, event);
    }

    /** Reads a delivery request; says why where the event is not one. */
    public Decoded<DeliveryRequested> decodeRequested(WireEvent event) {
        return decode(event, DeliveryRequested.TYPE, DeliveryRequested.class);
    }

    /** Reads a delivery report; says why where the event is not one. */
    public Decoded<DeliveryReported> decodeReported(WireEvent event) {
        return decode(event, DeliveryReported.TYPE, DeliveryReported.class);
    }

    /** Reads that a statement was made; says why where the event is not one. */
    public Decoded<StatementMade> decodeStatementMade(WireEvent event) {
        return decode(event, StatementMade.TYPE, StatementMade.class);
    }

    private WireEvent wire(
            String type,
            String id,
            String subject,
            Instant time,
            @Nullable String traceparent,
            Object data) {
        Map<String, String> attributes = new HashMap<>();
        attributes.put("specversion", SPEC_VERSION);
        attributes.put("id", id);
        attributes.put("source", source);
        attributes.put("type", type);
        attributes.put("subject", subject);
        attributes.put("time", time.toString());
        attributes.put("datacontenttype", "application/json");
        if (traceparent != null) {
            attributes.put("traceparent", traceparent);
        }
        return new WireEvent(attributes, json.writeValueAsBytes(data));
    }

    private <T> Decoded<T> decode(WireEvent event, String type, Class<T> form) {
        if (!event.attribute("specversion").equals(SPEC_VERSION)) {
            return new Decoded.Unreadable<>("not a CloudEvent of version " + SPEC_VERSION);
        }
        if (!event.attribute("type").equals(type)) {
            return new Decoded.Unreadable<>("unknown type or version");
        }
        try {
            T value = json.readValue(event.data(), form);
            return value == null ? new Decoded.Unreadable<>("no data") : new Decoded.Event<>(value);
        } catch (DatabindException e) {
            return new Decoded.Unreadable<>("data does not have the form of its type");
        } catch (JacksonException e) {
            return new Decoded.Unreadable<>("data is not JSON");
        }
    }
}
