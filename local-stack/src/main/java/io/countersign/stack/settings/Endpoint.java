package io.countersign.stack.settings;

import java.util.Locale;

/** Something that listens on a port, and the keys by which another port is chosen. */
public enum Endpoint {
    GATEWAY("the auth gateway", 8080),
    SIMULATOR("the carrier simulator", 8090),
    SMTP("the carrier simulator's mail server", 2525),
    SMS("the SMS worker", 8081),
    VOICE("the voice worker", 8082),
    TELEGRAM("the Telegram worker", 8083),
    EMAIL("the e-mail worker", 8084),
    KAFKA("Kafka", 29092),
    REDIS("Redis", 26380),
    POSTGRES("PostgreSQL", 25432);

    private final String title;
    private final int defaultPort;

    Endpoint(String title, int defaultPort) {
        this.title = title;
        this.defaultPort = defaultPort;
    }

    String title() {
        return title;
    }

    int defaultPort() {
        return defaultPort;
    }

    String option() {
        return "--" + name().toLowerCase(Locale.ROOT) + "-port";
    }

    String variable() {
        return "COUNTERSIGN_" + name() + "_PORT";
    }
}
