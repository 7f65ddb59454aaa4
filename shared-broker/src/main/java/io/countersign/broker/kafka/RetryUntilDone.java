package io.countersign.broker.kafka;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;

/**
 * Tries things in the background until they work; logs once that one does not, and once that it
 * does.
 */
final class RetryUntilDone implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RetryUntilDone.class);

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);

    /** Platform threads: a new client loads hundreds of classes, which would pin virtual ones. */
    private final ExecutorService threads =
            Executors.newThreadPerTaskExecutor(
                    Thread.ofPlatform().daemon().name("kafka-connect-", 0).factory());

    /** An action without a result. */
    interface Step {

        void run() throws Exception;
    }

    void untilDone(String task, Step attempt) {
        var _ =
                untilMade(
                        task,
                        () -> {
                            attempt.run();
                            return true;
                        });
    }

    <T> Future<T> untilMade(String task, Callable<T> attempt) {
        return threads.submit(() -> tryOn(task, attempt));
    }

    @Override
    public void close() {
        threads.shutdownNow();
        threads.close();
    }

    private <T> T tryOn(String task, Callable<T> attempt) throws InterruptedException {
        for (boolean failed = false; ; failed = true) {
            try {
                T result = attempt.call();
                if (failed) {
                    LOG.info("Kafka: could {} at last", task);
                }
                return result;
            } catch (InterruptedException e) {
                throw e;
            } catch (Exception e) {
                if (!failed && !threads.isShutdown()) {
                    Throwable cause = NestedExceptionUtils.getMostSpecificCause(e);
                    LOG.warn("Kafka: cannot {} yet, goes on trying: {}", task, cause.toString());
                }
            }
            Thread.sleep(BETWEEN_TRIES);
        }
    }
}
