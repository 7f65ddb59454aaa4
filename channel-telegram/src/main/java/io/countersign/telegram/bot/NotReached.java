package io.countersign.telegram.bot;

import java.io.IOException;

/** No connection came about, so nothing was written. */
final class NotReached extends IOException {

    private static final long serialVersionUID = 1L;

    NotReached() {
        super("no connection");
    }
}
