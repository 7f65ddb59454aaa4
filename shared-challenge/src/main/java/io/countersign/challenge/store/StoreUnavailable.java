package io.countersign.challenge.store;

/** The store did not answer in time; what was asked may or may not have happened. */
public final class StoreUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StoreUnavailable(Throwable cause) {
        super("the challenge store does not answer", cause);
    }
}
