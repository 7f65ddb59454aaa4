package io.countersign.bench;

import java.time.Duration;

/**
 * How large some parts are.
 *
 * @param pause how long a worker stands still
 * @param samples how many deliveries a 99th percentile comes from, at least
 * @param accounts in the large database
 */
record Sizes(Duration pause, int samples, int accounts) {

    static final Sizes DEFAULTS = new Sizes(Duration.ofSeconds(60), 1_000, 100_000);

    /** Whether an option says one of them. */
    static boolean named(String option) {
        return option.matches("--(pause|samples|accounts)=\\d+");
    }

    /** With what an option says. */
    Sizes with(String option) {
        int value = Integer.parseInt(option.substring(option.indexOf('=') + 1));
        return switch (option.substring(0, option.indexOf('='))) {
            case "--pause" -> new Sizes(Duration.ofSeconds(value), samples, accounts);
            case "--samples" -> new Sizes(pause, value, accounts);
            case "--accounts" -> new Sizes(pause, samples, value);
            default -> this;
        };
    }
}
