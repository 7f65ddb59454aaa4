package io.countersign.events;

/** The names of the topics (Kafka) or queues (RabbitMQ) that events travel on. */
public final class EventTopics {

    /** Carries every {@link DeliveryReported}. */
    public static final String REPORTED = "countersign.delivery.reported";

    /** Carries every {@link StatementMade}. */
    public static final String STATED = "countersign.statement.made";

    private EventTopics() {}

    /** Carries each {@link DeliveryRequested} whose current step is the channel's. */
    public static String requested(Channel channel) {
        return "countersign.delivery.requested." + channel.wireName();
    }
}
