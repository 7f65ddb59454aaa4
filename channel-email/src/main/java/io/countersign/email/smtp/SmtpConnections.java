package io.countersign.email.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.time.Clock;
import java.time.Instant;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * The connections of one worker to the server. There are never more than mails under way at once,
 * which {@code countersign.worker.in-flight} bounds.
 */
final class SmtpConnections implements AutoCloseable {

    /** Some servers hang up after a hundred mails on one connection. */
    private static final int MOST_MAILS = 50;

    private record Idle(SmtpConnection connection, Instant since) {}

    private final ScheduledExecutorService sweeper =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofVirtual().name("smtp-idle").factory());
    private final ScheduledFuture<?> sweep;
    private final Deque<Idle> idle = new ConcurrentLinkedDeque<>();
    private final SmtpSettings settings;
    private final Session session;
    private final Clock clock;

    SmtpConnections(SmtpSettings settings, Session session, Clock clock) {
        this.settings = settings;
        this.session = session;
        this.clock = clock;
        this.sweep = sweeper.scheduleWithFixedDelay(this::closeIdle, 1, 1, TimeUnit.SECONDS);
    }

    /**
     * One that was used lately and still answers, else a new one.
     *
     * @throws MessagingException when there is no connecting or no signing in
     */
    SmtpConnection take(Passage passage) throws MessagingException {
        for (Idle next = idle.pollFirst(); next != null; next = idle.pollFirst()) {
            if (next.connection().isConnected()) {
                next.connection().serve(passage);
                return next.connection();
            }
        }
        SmtpConnection fresh = new SmtpConnection(session);
        fresh.serve(passage);
        fresh.connect(settings.host(), settings.port(), settings.username(), settings.password());
        return fresh;
    }

    /** Keeps it for the next mail, unless it has carried many. */
    void giveBack(SmtpConnection connection) {
        if (connection.passages() >= MOST_MAILS) {
            discard(connection);
        } else {
            idle.addFirst(new Idle(connection, clock.instant()));
        }
    }

    void discard(SmtpConnection connection) {
        try {
            connection.close();
        } catch (MessagingException e) {
            // It is closed all the same, only without a {@code QUIT}.
        }
    }

    /** Closes connections that have not been used for a while. */
    void closeIdle() {
        closeUnusedSince(clock.instant().minus(settings.idle()));
    }

    @Override
    public void close() {
        sweep.cancel(false);
        sweeper.shutdown();
        closeUnusedSince(Instant.MAX);
    }

    int idle() {
        return idle.size();
    }

    private void closeUnusedSince(Instant limit) {
        for (Idle oldest = idle.peekLast();
                oldest != null && oldest.since().isBefore(limit);
                oldest = idle.peekLast()) {
            if (idle.remove(oldest)) {
                discard(oldest.connection());
            }
        }
    }
}
