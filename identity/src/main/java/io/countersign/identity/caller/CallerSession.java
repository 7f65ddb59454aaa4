package io.countersign.identity.caller;

/** The session that a call comes in, and what the client keeps beside it. */
public interface CallerSession {

    /** The key that it is found by; worth as much as the cookie. */
    String id();

    /**
     * Changes it as a use case requires, in the transaction of that use case: the session changes
     * if and only if that commits.
     *
     * @throws org.springframework.transaction.IllegalTransactionStateException outside of one
     */
    void become(SessionChange change);

    /** Has the client show this token the next time, in place of the one that it showed. */
    void keep(DeviceToken token);
}
