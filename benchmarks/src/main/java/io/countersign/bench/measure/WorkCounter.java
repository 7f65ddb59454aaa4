package io.countersign.bench.measure;

import io.countersign.stack.own.OwnStack;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;

/** Reads the servers' own counters. */
public final class WorkCounter implements AutoCloseable {

    private static final String DATABASE = "countersign";

    private final OwnStack stack;
    private final Connection postgres;
    private final RedisMonitor redis;
    private final Admin kafka;

    public WorkCounter(OwnStack stack) throws IOException, SQLException {
        this.stack = stack;
        this.postgres = DriverManager.getConnection(stack.postgres("postgres"));
        this.redis = new RedisMonitor(URI.create(stack.redis()));
        this.kafka = Admin.create(Map.of("bootstrap.servers", stack.kafka()));
    }

    /** Has PostgreSQL log each statement, which costs; to be switched off before times count. */
    public void logStatements(boolean log) throws SQLException {
        try (Statement statement = postgres.createStatement()) {
            statement.execute(
                    "alter database %s set log_statement to '%s'"
                            .formatted(DATABASE, log ? "all" : "none"));
            statement.execute(
                    "select pg_terminate_backend(pid) from pg_stat_activity where datname = '%s'"
                            .formatted(DATABASE));
        }
    }

    /** All since the servers started. */
    public Work now() throws IOException, SQLException, InterruptedException {
        return new Work(
                statements(),
                number(
                        "select xact_commit + xact_rollback from pg_stat_database where datname = '%s'"
                                .formatted(DATABASE)),
                number("select sum(fsyncs) from pg_stat_io where object = 'wal'"),
                redis.commands(),
                records());
    }

    private long statements() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of(stack.program("postgres").log()))) {
            return lines.filter(line -> line.contains("LOG:  execute ")).count();
        }
    }

    private long number(String sql) throws SQLException {
        try (Statement statement = postgres.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }

    private long records() throws InterruptedException {
        try {
            Map<String, TopicDescription> topics =
                    kafka.describeTopics(kafka.listTopics().names().get()).allTopicNames().get();
            Map<TopicPartition, OffsetSpec> asked =
                    topics.values().stream()
                            .flatMap(
                                    topic ->
                                            topic.partitions().stream()
                                                    .map(
                                                            each ->
                                                                    new TopicPartition(
                                                                            topic.name(),
                                                                            each.partition())))
                            .collect(Collectors.toMap(each -> each, _ -> OffsetSpec.latest()));
            return kafka.listOffsets(asked).all().get().values().stream()
                    .mapToLong(ListOffsetsResultInfo::offset)
                    .sum();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException, SQLException {
        kafka.close();
        redis.close();
        postgres.close();
    }
}
