package io.countersign.identity.admission;

import java.io.Serial;

/** There is more to do than can be done in time; nothing was begun. */
public final class TooBusy extends RuntimeException {

    @Serial private static final long serialVersionUID = 1;

    /** How long to wait before asking again. */
    public static final int RETRY_SECONDS = 2;

    public TooBusy(String what) {
        super(what, null, false, false);
    }
}
