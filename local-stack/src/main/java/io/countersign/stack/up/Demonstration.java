package io.countersign.stack.up;

import io.countersign.stack.settings.Endpoint;
import io.countersign.stack.settings.Ports;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The account that the gateway creates on a local stack, so that there is one to sign in with. */
final class Demonstration {

    static final String EMAIL = "demo@countersign.example";
    static final String PASSWORD = "correct horse battery staple";

    static final String SENDER = "Countersign <security@countersign.example>";

    /** Out of the range that North America's numbering plan keeps for fiction. */
    static final String PHONE = "+12015550123";

    /** How browsers on this machine reach the stack; they treat it as secure without TLS. */
    static final String HOST = "localhost";

    /** All numbers for fiction of one area code: a hundred, none of which ends like another. */
    static String callingNumbers() {
        return IntStream.range(0, 100)
                .mapToObj("+121255501%02d"::formatted)
                .collect(Collectors.joining(","));
    }

    private Demonstration() {}

    /**
     * Enough that a person who tries things for an hour is never stopped: nothing that is sent here
     * costs anything, and one person plays all parts from one address.
     */
    static Map<String, String> limits() {
        return Map.ofEntries(
                Map.entry("COUNTERSIGN_LIMITS_PERNUMBERTENMINUTES", "100"),
                Map.entry("COUNTERSIGN_LIMITS_PERNUMBERHOUR", "500"),
                Map.entry("COUNTERSIGN_LIMITS_PERACCOUNTDAY", "2000"),
                Map.entry("COUNTERSIGN_LIMITS_PERADDRESSHOUR", "2000"),
                Map.entry("COUNTERSIGN_PROMPTS_PERHOUR", "20"),
                Map.entry("COUNTERSIGN_PROMPTS_PERDAY", "100"),
                Map.entry("COUNTERSIGN_PROMPTS_FROZEN", "2m"),
                Map.entry("COUNTERSIGN_SIGNIN_TRIESPERACCOUNT", "100"),
                Map.entry("COUNTERSIGN_SIGNIN_TRIESPERADDRESS", "300"),
                Map.entry("COUNTERSIGN_SIGNUP_PERADDRESSHOUR", "200"),
                Map.entry("COUNTERSIGN_SIGNUP_PEREMAILHOUR", "50"),
                Map.entry("COUNTERSIGN_PASSWORDRESET_PERADDRESSHOUR", "200"),
                Map.entry("COUNTERSIGN_PASSWORDRESET_PEREMAILHOUR", "50"));
    }

    static String login(Ports ports) {
        return "http://" + HOST + ":" + ports.of(Endpoint.GATEWAY);
    }

    static String handset(Ports ports) {
        return simulator(ports) + "/handset/" + PHONE;
    }

    static String telegram(Ports ports) {
        return simulator(ports) + "/telegram/anna";
    }

    /** What linking addresses begin with, as {@code https://t.me} elsewhere. */
    static String telegramLinks(Ports ports) {
        return simulator(ports) + "/t.me";
    }

    static String mailbox(Ports ports) {
        return simulator(ports) + "/mailbox/" + EMAIL;
    }

    private static String simulator(Ports ports) {
        return "http://" + HOST + ":" + ports.of(Endpoint.SIMULATOR);
    }
}
