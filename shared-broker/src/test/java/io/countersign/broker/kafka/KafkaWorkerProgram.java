package io.countersign.broker.kafka;

import io.countersign.broker.HoldingWorker;
import io.countersign.broker.Topic;
import java.io.IOException;

/** A Kafka consumer to be killed. */
final class KafkaWorkerProgram {

    private KafkaWorkerProgram() {}

    public static void main(String[] arguments) throws IOException {
        HoldingWorker.run(
                new KafkaBroker(KafkaBrokerTest.settings(arguments[0])),
                new Topic(arguments[1]),
                arguments[2]);
    }
}
