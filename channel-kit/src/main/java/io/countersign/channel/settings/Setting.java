package io.countersign.channel.settings;

import java.time.Duration;

/**
 * A setting under check.
 *
 * @param key as it is written in a properties file
 */
public record Setting(String key) {

    /**
     * A rule of its own.
     *
     * @param why completes a sentence that begins with the key
     * @throws WrongSetting unless {@code holds}
     */
    public void must(boolean holds, String why) {
        if (!holds) {
            throw new WrongSetting(key, why);
        }
    }

    /**
     * A value that has no default.
     *
     * @throws WrongSetting when blank
     */
    public void mustBeSet(String value) {
        must(!value.isBlank(), "is missing");
    }

    /**
     * A duration within bounds, inclusive.
     *
     * @throws WrongSetting outside of them
     */
    public void mustLieBetween(Duration least, Duration most, Duration value) {
        must(
                value.compareTo(least) >= 0 && value.compareTo(most) <= 0,
                "must lie between %s and %s, and is %s"
                        .formatted(spoken(least), spoken(most), spoken(value)));
    }

    /**
     * A number within bounds, inclusive.
     *
     * @throws WrongSetting outside of them
     */
    public void mustLieBetween(int least, int most, int value) {
        must(
                value >= least && value <= most,
                "must lie between %d and %d, and is %d".formatted(least, most, value));
    }

    private static String spoken(Duration duration) {
        return duration.toMillis() + " ms";
    }
}
