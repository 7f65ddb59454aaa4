package io.countersign.identity.reads;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

class TransactionLocksTest {

    private final TransactionTemplate transaction = new TransactionTemplate(new Transactions());
    private final AtomicInteger taken = new AtomicInteger();

    /** Knows no database. */
    @SuppressWarnings("serial")
    private static final class Transactions extends AbstractPlatformTransactionManager {

        @Override
        protected Object doGetTransaction() {
            return new Object();
        }

        @Override
        protected void doBegin(Object transaction, TransactionDefinition definition) {}

        @Override
        protected void doCommit(DefaultTransactionStatus status) {}

        @Override
        protected void doRollback(DefaultTransactionStatus status) {}
    }

    @Test
    void a_transaction_takes_a_lock_once() {
        transaction.executeWithoutResult(
                _ -> {
                    assertThat(lock("one")).isEqualTo(1);
                    assertThat(lock("one")).isEqualTo(1);
                    assertThat(lock("two")).isEqualTo(2);
                });
    }

    @Test
    void the_next_one_takes_it_anew() {
        transaction.executeWithoutResult(_ -> lock("one"));

        transaction.executeWithoutResult(_ -> assertThat(lock("one")).isEqualTo(2));
    }

    @Test
    void outside_of_a_transaction_it_is_taken_each_time() {
        assertThat(lock("one")).isEqualTo(1);
        assertThat(lock("one")).isEqualTo(2);
    }

    @Test
    void a_savepoint_that_is_rolled_back_has_given_locks_back() {
        transaction.executeWithoutResult(
                _ -> {
                    lock("one");
                    TransactionSynchronizationManager.getSynchronizations()
                            .forEach(each -> each.savepointRollback(new Object()));
                    assertThat(lock("one")).isEqualTo(2);
                });
    }

    @Test
    void what_the_transaction_changes_itself_is_read_again() {
        transaction.executeWithoutResult(
                _ -> {
                    lock("one");
                    TransactionLocks.changed("one");
                    assertThat(lock("one")).isEqualTo(2);
                });
    }

    private int lock(String name) {
        return TransactionLocks.once(name, taken::incrementAndGet);
    }
}
