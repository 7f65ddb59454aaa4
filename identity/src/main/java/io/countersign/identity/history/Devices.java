package io.countersign.identity.history;

import io.countersign.events.text.OneLine;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ua_parser.Client;
import ua_parser.Parser;

/** Makes names of user agents. */
@Component
public class Devices {

    private static final String NOT_SAID = "Other";

    private final Parser parser = new Parser();

    public Device of(String userAgent) {
        Client client = parser.parse(userAgent);
        return new Device(said(client.userAgent.family), said(client.os.family));
    }

    /** Such as {@code Firefox, Android}; empty where it says nothing. */
    public String named(String userAgent) {
        Device device = of(userAgent);
        return Stream.of(device.browser(), device.system())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    private static @Nullable String said(@Nullable String family) {
        return family == null || NOT_SAID.equals(family) ? null : OneLine.of(family);
    }
}
