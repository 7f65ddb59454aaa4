package io.countersign.gateway.session.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A session as one request knows it. A new id is that of another row, and the session keeps it only
 * if the transaction that gave it commits.
 */
final class RotatingSession<S extends Session> implements Session {

    private static final Duration MOST_PRECISION = Duration.ofMinutes(1);

    private final UnaryOperator<S> rotation;
    private S current;

    /**
     * @param rotation ends the row and gives the one that the session continues as
     */
    RotatingSession(S current, UnaryOperator<S> rotation) {
        this.current = current;
        this.rotation = rotation;
    }

    S current() {
        return current;
    }

    @Override
    public String changeSessionId() {
        S before = current;
        current = rotation.apply(before);
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(unlessCommitted(before));
        }
        return current.getId();
    }

    private TransactionSynchronization unlessCommitted(S before) {
        return new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if (status != STATUS_COMMITTED) {
                    current = before;
                }
            }
        };
    }

    @Override
    public String getId() {
        return current.getId();
    }

    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // As in Session.
    public <T> @Nullable T getAttribute(String name) {
        return current.getAttribute(name);
    }

    @Override
    public Set<String> getAttributeNames() {
        return current.getAttributeNames();
    }

    @Override
    public void setAttribute(String name, Object value) {
        current.setAttribute(name, value);
    }

    @Override
    public void removeAttribute(String name) {
        current.removeAttribute(name);
    }

    @Override
    public Instant getCreationTime() {
        return current.getCreationTime();
    }

    /** Writes once a minute, or often enough for a shorter idle time, rather than each time. */
    @Override
    public void setLastAccessedTime(Instant time) {
        if (!time.isBefore(current.getLastAccessedTime().plus(precision()))) {
            current.setLastAccessedTime(time);
        }
    }

    private Duration precision() {
        Duration share = current.getMaxInactiveInterval().dividedBy(20);
        return share.compareTo(MOST_PRECISION) < 0 ? share : MOST_PRECISION;
    }

    @Override
    public Instant getLastAccessedTime() {
        return current.getLastAccessedTime();
    }

    @Override
    public void setMaxInactiveInterval(Duration interval) {
        current.setMaxInactiveInterval(interval);
    }

    @Override
    public Duration getMaxInactiveInterval() {
        return current.getMaxInactiveInterval();
    }

    @Override
    public boolean isExpired() {
        return current.isExpired();
    }
}
