package io.countersign.identity.reads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.transaction.support.TransactionSynchronization.STATUS_ROLLED_BACK;

import io.countersign.identity.account.AccountId;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class RequestReadsTest {

    private final AccountId account = new AccountId(UUID.randomUUID());
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void a_request_asks_once() {
        RequestReads.during(
                () -> {
                    assertThat(phones()).isEqualTo(1);
                    assertThat(phones()).isEqualTo(1);
                });
    }

    @Test
    void nothing_is_remembered_outside_of_a_request_or_for_the_next_one() {
        assertThat(phones()).isEqualTo(1);
        assertThat(phones()).isEqualTo(2);
        RequestReads.during(() -> assertThat(phones()).isEqualTo(3));
        RequestReads.during(() -> assertThat(phones()).isEqualTo(4));
    }

    @Test
    void a_write_to_the_table_has_it_read_again() {
        RequestReads.during(
                () -> {
                    phones();
                    RequestReads.wrote("update phone set name = ? where id = ?");
                    assertThat(phones()).isEqualTo(2);
                });
    }

    @Test
    void a_write_to_another_table_does_not() {
        RequestReads.during(
                () -> {
                    phones();
                    RequestReads.wrote("delete from telephone_book");
                    assertThat(phones()).isEqualTo(1);
                });
    }

    @Test
    void a_lock_on_the_account_has_all_of_it_read_again() {
        RequestReads.during(
                () -> {
                    phones();
                    RequestReads.locked(new AccountId(UUID.randomUUID()));
                    assertThat(phones()).as("another account's lock").isEqualTo(1);
                    RequestReads.locked(account);
                    assertThat(phones()).isEqualTo(2);
                });
    }

    @Test
    void what_was_rolled_back_is_read_again() {
        RequestReads.during(
                () -> {
                    TransactionSynchronizationManager.initSynchronization();
                    try {
                        RequestReads.wrote("delete from phone");
                        phones();
                        TransactionSynchronizationManager.getSynchronizations()
                                .forEach(each -> each.afterCompletion(STATUS_ROLLED_BACK));
                    } finally {
                        TransactionSynchronizationManager.clearSynchronization();
                    }
                    assertThat(phones()).isEqualTo(2);
                });
    }

    @Test
    void questions_to_one_table_differ_by_their_details() {
        RequestReads.during(
                () -> {
                    phones();
                    int other =
                            RequestReads.once(account, "phone", asked::incrementAndGet, "other");
                    assertThat(other).isEqualTo(2);
                });
    }

    private int phones() {
        return RequestReads.once(account, "phone", asked::incrementAndGet);
    }
}
