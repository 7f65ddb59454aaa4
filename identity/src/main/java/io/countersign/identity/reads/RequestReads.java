package io.countersign.identity.reads;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Remembers what a request has read of an account until the request ends, writes to the table that
 * it was read from, or locks the account: a decision under a lock is made on what is read under
 * that lock. Outside of a request nothing is remembered.
 */
public final class RequestReads {

    private static final ThreadLocal<@Nullable Map<Question, Object>> ANSWERS = new ThreadLocal<>();

    private RequestReads() {}

    /**
     * Something to know of an account. The same question always has answers of one type.
     *
     * @param table that it is read from
     * @param details which tell it from other questions to the same table
     */
    private record Question(Object account, String table, List<Object> details) {}

    /** What is done as one request. */
    @FunctionalInterface
    public interface Work<E1 extends Exception, E2 extends Exception> {
        void run() throws E1, E2;
    }

    /** Remembers during the work, as far as this thread does it. */
    public static <E1 extends Exception, E2 extends Exception> void during(Work<E1, E2> work)
            throws E1, E2 {
        ANSWERS.set(new HashMap<>());
        try {
            work.run();
        } finally {
            ANSWERS.remove();
        }
    }

    /**
     * The answer that this request has had already, or a new one.
     *
     * @param account its id
     * @param table that the answer is read from
     * @param details which tell the question from others to the same table
     */
    @SuppressWarnings("unchecked") // One question has answers of one type.
    public static <T> T once(Object account, String table, Supplier<T> ask, Object... details) {
        Map<Question, Object> answers = ANSWERS.get();
        if (answers == null) {
            return ask.get();
        }
        Question question = new Question(account, table, List.of(details));
        Object known = answers.get(question);
        if (known == null) {
            known = ask.get();
            answers.put(question, known);
        }
        return (T) known;
    }

    /**
     * Has all that is known of the account read again, since it is locked now.
     *
     * @param account its id
     */
    public static void locked(Object account) {
        Map<Question, Object> answers = ANSWERS.get();
        if (answers != null) {
            answers.keySet().removeIf(question -> question.account().equals(account));
        }
    }

    /**
     * Has read again what comes from a table that a statement of SQL names, and everything should
     * what it wrote be rolled back.
     */
    static void wrote(String statement) {
        Map<Question, Object> answers = ANSWERS.get();
        if (answers != null) {
            answers.keySet().removeIf(question -> names(statement, question.table()));
            if (TransactionSynchronizationManager.isSynchronizationActive()) {
                TransactionSynchronizationManager.registerSynchronization(new Rollback(answers));
            }
        }
    }

    private record Rollback(Map<Question, Object> answers) implements TransactionSynchronization {

        @Override
        public void savepointRollback(Object savepoint) {
            answers.clear();
        }

        @Override
        public void afterCompletion(int status) {
            if (status != STATUS_COMMITTED) {
                answers.clear();
            }
        }
    }

    private static boolean names(String statement, String table) {
        return Pattern.compile("\\b" + table + "\\b").matcher(statement).find();
    }
}
