package io.countersign.stack;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * A real Kafka broker and KRaft controller inside this process, on loopback.
 *
 * <p>Topics are not created automatically. When it is started again in the same folder, it has its
 * data.
 */
public final class EmbeddedKafka implements AutoCloseable {

    private static final int NODE_ID = 1;
    private static final String HOST = "127.0.0.1";

    private final int port;
    private final KafkaRaftServer server;

    private EmbeddedKafka(int port, KafkaRaftServer server) {
        this.port = port;
        this.server = server;
    }

    /**
     * Starts it and returns when it takes requests.
     *
     * @param folder for its data; created and formatted when missing
     * @param port 0 for any free one
     */
    public static EmbeddedKafka start(Path folder, int port) throws IOException {
        QuietKafka.logOnlyWarnings();
        List<Integer> free = FreePort.several(2);
        int brokerPort = port == 0 ? free.getFirst() : port;
        formatOnce(folder);
        Map<String, String> settings = settings(folder, brokerPort, free.getLast());
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
        server.startup();
        return new EmbeddedKafka(brokerPort, server);
    }

    public int port() {
        return port;
    }

    public String bootstrapServers() {
        return HOST + ":" + port;
    }

    /** Stops it cleanly; its clients see the connections end. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static void formatOnce(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (Files.exists(folder.resolve("meta.properties"))) {
            return;
        }
        try {
            new Formatter()
                    .setNodeId(NODE_ID)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setDirectories(List.of(folder.toString()))
                    .setMetadataLogDirectory(folder.toString())
                    .setControllerListenerName("CONTROLLER")
                    .setPrintStream(
                            new PrintStream(
                                    OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .run();
        } catch (Exception e) {
            throw new IOException("Kafka could not format " + folder, e);
        }
    }

    private static Map<String, String> settings(Path folder, int port, int controllerPort) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", Integer.toString(NODE_ID));
        settings.put("controller.quorum.voters", NODE_ID + "@" + HOST + ":" + controllerPort);
        settings.put(
                "listeners",
                "BROKER://" + HOST + ":" + port + ",CONTROLLER://" + HOST + ":" + controllerPort);
        settings.put("listener.security.protocol.map", "BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("inter.broker.listener.name", "BROKER");
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("log.dirs", folder.toString());
        settings.put("auto.create.topics.enable", "false");
        settings.putAll(ONE_NODE);
        settings.putAll(SMALL);
        settings.putAll(QUICK_TAKE_OVER);
        return settings;
    }

    private static final Map<String, String> ONE_NODE =
            Map.of(
                    "offsets.topic.replication.factor", "1",
                    "offsets.topic.num.partitions", "5",
                    "transaction.state.log.replication.factor", "1",
                    "transaction.state.log.min.isr", "1",
                    "transaction.state.log.num.partitions", "5",
                    "share.coordinator.state.topic.replication.factor", "1",
                    "share.coordinator.state.topic.min.isr", "1",
                    "share.coordinator.state.topic.num.partitions", "5");

    private static final Map<String, String> SMALL =
            Map.of(
                    "num.network.threads", "2",
                    "num.io.threads", "4",
                    "background.threads", "2",
                    "log.cleaner.dedupe.buffer.size", "2097152",
                    "log.index.size.max.bytes", "1048576");

    /** How long a killed consumer keeps its share, and a killed broker its place. */
    private static final Map<String, String> QUICK_TAKE_OVER =
            Map.of(
                    "broker.session.timeout.ms", "5000",
                    "broker.heartbeat.interval.ms", "500",
                    "group.initial.rebalance.delay.ms", "0",
                    "group.min.session.timeout.ms", "1000",
                    "group.consumer.min.session.timeout.ms", "1000",
                    "group.consumer.min.heartbeat.interval.ms", "500");
}
