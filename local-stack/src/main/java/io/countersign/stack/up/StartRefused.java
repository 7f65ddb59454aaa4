package io.countersign.stack.up;

import java.io.Serial;

/**
 * The stack does not start, for a reason that the person at the keyboard can do something about.
 */
final class StartRefused extends Exception {

    @Serial private static final long serialVersionUID = 1L;

    StartRefused(String sentence) {
        super(sentence);
    }
}
