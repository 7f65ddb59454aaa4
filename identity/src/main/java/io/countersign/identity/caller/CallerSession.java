package io.countersign.identity.caller;

/** The session that a call comes in, and what the client keeps beside it. */
public interface CallerSession {

    /** What it is found by; as good as the cookie. */
    String id();

    /**
     * Makes of it what a use case calls for, in the transaction of that use case: the session
     * changes if and only if that commits.
     *
     * @throws org.springframework.transaction.IllegalTransactionStateException outside of one
     */
    void become(SessionChange change);

    /** Has the client show this the next time, in place of what it showed. */
    void keep(DeviceToken token);
}
