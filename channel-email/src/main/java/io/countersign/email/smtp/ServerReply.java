package io.countersign.email.smtp;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an SMTP server said, without its text, which quotes addresses.
 *
 * @param code three digits; anything else means that it was no reply (RFC 5321, section 4.2)
 * @param enhanced such as {@code 5.1.1}; empty where the server gave none (RFC 3463)
 */
record ServerReply(int code, String enhanced) {

    private static final Pattern ENHANCED =
            Pattern.compile("\\d{3}[ -]([245]\\.\\d{1,3}\\.\\d{1,3})(?!\\S)");

    static ServerReply of(int code, String line) {
        Matcher matcher = ENHANCED.matcher(line);
        return new ServerReply(code, matcher.lookingAt() ? matcher.group(1) : "");
    }

    boolean isReply() {
        return code >= 200 && code <= 599;
    }

    boolean isPositive() {
        return code >= 200 && code <= 399;
    }

    boolean isPermanent() {
        return code >= 500 && code <= 599;
    }

    /** The subject and detail of the enhanced code, such as {@code 1.1}; empty without one. */
    String subject() {
        return enhanced.isEmpty() ? "" : enhanced.substring(2);
    }

    @Override
    public String toString() {
        return enhanced.isEmpty() ? Integer.toString(code) : code + " " + enhanced;
    }
}
