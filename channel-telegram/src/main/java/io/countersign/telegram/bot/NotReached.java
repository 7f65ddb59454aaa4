package io.countersign.telegram.bot;

import java.io.IOException;

/** There was no connection, so nothing was written. */
final class NotReached extends IOException {

    private static final long serialVersionUID = 1L;

    NotReached() {
        super("no connection");
    }
}
