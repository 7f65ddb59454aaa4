package io.countersign.stack.up;

import io.countersign.stack.EmbeddedPostgres;
import io.countersign.stack.EmbeddedPostgres.Durability;
import io.countersign.stack.EmbeddedRedis;
import io.countersign.stack.EmbeddedRedis.Keeping;
import io.countersign.stack.KafkaProcess;
import io.countersign.stack.console.Console;
import io.countersign.stack.keys.KeyFolder;
import io.countersign.stack.keys.Secret;
import io.countersign.stack.settings.Endpoint;
import io.countersign.stack.settings.Settings;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Starts the three servers at the same time. */
record ServerStart(Settings settings, KeyFolder keys, Console console, Closing closing) {

    Servers run() throws IOException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<KafkaProcess> kafka = threads.submit(this::kafka);
            Future<EmbeddedRedis> redis = threads.submit(this::redis);
            Future<EmbeddedPostgres> postgres = threads.submit(this::postgres);
            return new Servers(kafka.get(), redis.get(), postgres.get());
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while starting the servers", e);
        }
    }

    private KafkaProcess kafka() throws IOException {
        KafkaProcess kafka =
                KafkaProcess.start(
                        settings.data().resolve("kafka"), settings.logs(), port(Endpoint.KAFKA));
        closing.add(kafka::close);
        console.step("Kafka is ready at " + kafka.bootstrapServers());
        return kafka;
    }

    private EmbeddedRedis redis() throws IOException {
        EmbeddedRedis redis =
                EmbeddedRedis.start(
                        settings.data().resolve("redis"),
                        port(Endpoint.REDIS),
                        keys.read(Secret.REDIS_PASSWORD),
                        Keeping.DATA);
        closing.add(redis::close);
        console.step("Redis is ready at 127.0.0.1:" + redis.port());
        return redis;
    }

    private EmbeddedPostgres postgres() throws IOException, SQLException {
        EmbeddedPostgres postgres =
                EmbeddedPostgres.start(
                        settings.data().resolve("postgres"),
                        port(Endpoint.POSTGRES),
                        keys.read(Secret.POSTGRES_PASSWORD),
                        Durability.POWER_CUT);
        closing.add(postgres::close);
        postgres.createDatabase(Countersign.DATABASE);
        console.step("PostgreSQL is ready at 127.0.0.1:" + postgres.port());
        return postgres;
    }

    private int port(Endpoint endpoint) {
        return settings.ports().of(endpoint);
    }
}
