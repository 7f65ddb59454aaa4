package io.countersign.stack.up;

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
