package io.countersign.stack.up;

/** The account that the gateway creates on a local stack, so that there is one to sign in with. */
final class Demonstration {

    static final String EMAIL = "demo@countersign.example";
    static final String PASSWORD = "correct horse battery staple";

    /** Out of the range that North America's numbering plan keeps for fiction. */
    static final String PHONE = "+12015550123";

    /** How browsers on this machine reach the stack; they treat it as secure without TLS. */
    static final String HOST = "localhost";

    private Demonstration() {}

    static String login(Ports ports) {
        return "http://" + HOST + ":" + ports.of(Endpoint.GATEWAY);
    }

    static String handset(Ports ports) {
        return "http://" + HOST + ":" + ports.of(Endpoint.SIMULATOR) + "/handset/" + PHONE;
    }
}
