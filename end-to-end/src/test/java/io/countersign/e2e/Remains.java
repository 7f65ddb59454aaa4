package io.countersign.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.countersign.stack.own.OwnStack;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** All that a stack has written down anywhere, as text of one byte a character. */
final class Remains {

    private static final Pattern BYTEA = Pattern.compile("\\\\x([0-9a-f]{2,})");

    private record Remain(String place, String text) {}

    private final List<Remain> remains = new ArrayList<>();

    private Remains() {}

    static Remains of(OwnStack stack) throws IOException, SQLException {
        Remains found = new Remains();
        found.addLogs(stack.logs());
        found.addTopics(stack.kafka());
        found.addKeys(stack.redis());
        found.addRows(stack);
        return found;
    }

    List<String> places() {
        return remains.stream().map(Remain::place).distinct().toList();
    }

    /** Where the text stands, not as a part of a longer number nor of a fraction of a second. */
    List<String> placesOf(String text) {
        Pattern alone = Pattern.compile("(?<![0-9.])" + Pattern.quote(text) + "(?![0-9])");
        return remains.stream()
                .filter(remain -> alone.matcher(remain.text()).find())
                .map(Remain::place)
                .distinct()
                .toList();
    }

    private void addLogs(Path folder) throws IOException {
        try (Stream<Path> logs = Files.list(folder)) {
            for (Path log : logs.toList()) {
                add("log " + log.getFileName(), Files.readString(log, ISO_8859_1));
            }
        }
    }

    private void addTopics(String bootstrapServers) {
        Map<String, Object> client = Map.of("bootstrap.servers", bootstrapServers);
        var bytes = new ByteArrayDeserializer();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(client, bytes, bytes)) {
            List<TopicPartition> all =
                    consumer.listTopics().values().stream()
                            .flatMap(List::stream)
                            .map(info -> new TopicPartition(info.topic(), info.partition()))
                            .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            long left = consumer.endOffsets(all).values().stream().mapToLong(Long::longValue).sum();
            left -=
                    consumer.beginningOffsets(all).values().stream()
                            .mapToLong(Long::longValue)
                            .sum();
            while (left > 0) {
                for (ConsumerRecord<byte[], byte[]> event : consumer.poll(Duration.ofSeconds(1))) {
                    left--;
                    add(
                            "topic " + event.topic(),
                            text(event.key()) + text(event.value()) + event.headers());
                }
                left = Math.min(left, ahead(consumer, all));
            }
        }
    }

    private static long ahead(KafkaConsumer<byte[], byte[]> consumer, List<TopicPartition> all) {
        var ends = consumer.endOffsets(all);
        return all.stream().mapToLong(p -> ends.getOrDefault(p, 0L) - consumer.position(p)).sum();
    }

    private void addKeys(String url) {
        RedisClient client = RedisClient.create(url);
        try (var connection = client.connect()) {
            RedisCommands<String, String> redis = connection.sync();
            for (String key : redis.keys("*")) {
                String value =
                        switch (redis.type(key)) {
                            case "hash" -> redis.hgetall(key).toString();
                            case "zset" -> redis.zrange(key, 0, -1).toString();
                            case "string" -> String.valueOf(redis.get(key));
                            default -> throw new IllegalStateException(redis.type(key));
                        };
                add("key " + key, key + " " + value);
            }
        } finally {
            client.shutdown();
        }
    }

    private void addRows(OwnStack stack) throws SQLException {
        try (Connection connection = DriverManager.getConnection(stack.postgres("countersign"))) {
            for (String table : tables(connection)) {
                try (var statement = connection.createStatement();
                        ResultSet rows =
                                statement.executeQuery("select t::text from " + table + " t")) {
                    while (rows.next()) {
                        add("row of " + table, inClear(rows.getString(1)));
                    }
                }
            }
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet found =
                connection.getMetaData().getTables(null, "public", "%", new String[] {"TABLE"})) {
            while (found.next()) {
                tables.add(found.getString("TABLE_NAME"));
            }
        }
        return tables;
    }

    /** The row with its binary columns as the text they hold. */
    private static String inClear(String row) {
        return BYTEA.matcher(row)
                .replaceAll(hex -> Matcher.quoteReplacement(text(bytes(hex.group(1)))));
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.substring(0, hex.length() / 2 * 2));
    }

    private static String text(byte[] bytes) {
        return bytes == null ? "" : new String(bytes, ISO_8859_1);
    }

    private void add(String place, String text) {
        remains.add(new Remain(place, text));
    }
}
