package io.countersign.stack.settings;

import java.io.Serial;

/**
 * The stack does not start, for a reason that the person at the keyboard can do something about.
 */
public final class StartRefused extends Exception {

    @Serial private static final long serialVersionUID = 1L;

    public StartRefused(String sentence) {
        super(sentence);
    }
}
