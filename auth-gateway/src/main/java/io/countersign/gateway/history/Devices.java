package io.countersign.gateway.history;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ua_parser.Client;
import ua_parser.Parser;

/** Makes names of user agents. */
@Component
class Devices {

    private static final String NOT_SAID = "Other";

    private final Parser parser = new Parser();

    Device of(String userAgent) {
        Client client = parser.parse(userAgent);
        return new Device(said(client.userAgent.family), said(client.os.family));
    }

    private static @Nullable String said(@Nullable String family) {
        return NOT_SAID.equals(family) ? null : family;
    }
}
