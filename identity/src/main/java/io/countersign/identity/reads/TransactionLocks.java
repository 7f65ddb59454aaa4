package io.countersign.identity.reads;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The locks that a transaction has taken. What was read with one stays true until the transaction
 * ends, so that taking it a second time would only ask again.
 */
public final class TransactionLocks {

    private TransactionLocks() {}

    /**
     * What taking the lock answered, in this transaction; outside of one it is taken each time. A
     * savepoint that is rolled back gives locks back, so all are taken again after that.
     *
     * @param lock its name
     * @param take takes it and reads what it protects
     */
    @SuppressWarnings("unchecked") // One lock has answers of one type.
    public static <T> T once(String lock, Supplier<T> take) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()
                || !TransactionSynchronizationManager.isSynchronizationActive()) {
            return take.get();
        }
        Map<String, Object> taken = ofTransaction().taken();
        Object known = taken.get(lock);
        if (known == null) {
            known = take.get();
            taken.put(lock, known);
        }
        return (T) known;
    }

    /** To be told when the transaction itself changes what a lock protects. */
    public static void changed(String lock) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            ofTransaction().taken().remove(lock);
        }
    }

    private static Taken ofTransaction() {
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Taken.class::isInstance)
                .map(Taken.class::cast)
                .findFirst()
                .orElseGet(TransactionLocks::register);
    }

    private static Taken register() {
        Taken fresh = new Taken(new HashMap<>());
        TransactionSynchronizationManager.registerSynchronization(fresh);
        return fresh;
    }

    private record Taken(Map<String, Object> taken) implements TransactionSynchronization {

        @Override
        public void savepointRollback(Object savepoint) {
            taken.clear();
        }
    }
}
