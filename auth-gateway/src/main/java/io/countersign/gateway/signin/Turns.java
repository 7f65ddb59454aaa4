package io.countersign.gateway.signin;

import io.countersign.gateway.admission.TooBusy;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Lets one guess at an account be looked at after the other. The database does so as well, for all
 * instances; here the others wait without holding a connection.
 */
@Component
public class Turns {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final ConcurrentHashMap<UUID, Turn> turns = new ConcurrentHashMap<>();
    private final Duration patience;

    Turns() {
        this(PATIENCE);
    }

    Turns(Duration patience) {
        this.patience = patience;
    }

    private record Turn(ReentrantLock lock, int wanted) {

        static final int NOBODY = 0;

        Turn and(int more) {
            return new Turn(lock, wanted + more);
        }
    }

    /**
     * Does something in turn; whoever has the turn may ask for it again.
     *
     * @throws TooBusy where the turn does not come in time
     */
    public <T> T take(UUID account, Supplier<T> action) {
        ReentrantLock lock = wanted(account);
        try {
            await(lock);
            try {
                return action.get();
            } finally {
                lock.unlock();
            }
        } finally {
            turns.computeIfPresent(account, (_, turn) -> turn.wanted() == 1 ? null : turn.and(-1));
        }
    }

    int wantedAccounts() {
        return turns.size();
    }

    private ReentrantLock wanted(UUID account) {
        return turns.compute(
                        account,
                        (_, turn) ->
                                (turn == null
                                                ? new Turn(new ReentrantLock(true), Turn.NOBODY)
                                                : turn)
                                        .and(1))
                .lock();
    }

    private void await(ReentrantLock lock) {
        try {
            if (!lock.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new TooBusy("too many answers at once");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TooBusy("interrupted");
        }
    }
}
