package io.countersign.identity.admission;

import java.time.Duration;

/** Settings that refuse nothing. */
public final class Requests {

    private Requests() {}

    public static RequestSettings settings() {
        return passwords(1_000_000, 1_000_000, 1_000_000);
    }

    /** With bounds for passwords only. */
    public static RequestSettings passwords(int perCore, int perClient, int perAccount) {
        int any = 1_000_000;
        Duration patience = Duration.ofMinutes(1);
        return new RequestSettings(
                patience, any, any, any, any, any, patience, perCore, perClient, perAccount);
    }
}
