package io.countersign.email.smtp;

import static io.countersign.channel.send.Concerned.PROVIDER;
import static io.countersign.channel.send.Concerned.RECIPIENT;
import static io.countersign.events.FailureReason.BLOCKED_BY_RECIPIENT;
import static io.countersign.events.FailureReason.DESTINATION_INVALID;

import io.countersign.channel.send.DeliveryOutcome;
import io.countersign.channel.send.DeliveryOutcome.Refused;
import io.countersign.channel.send.DeliveryOutcome.Unavailable;
import io.countersign.channel.send.DeliveryOutcome.Uncertain;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an SMTP server's replies mean for a mail, and whom they concern: up to the sender the server
 * or our account, from the recipient on the mailbox, since others are served meanwhile.
 *
 * <table>
 * <caption>By step and reply</caption>
 * <tr><td>no reply, or none of SMTP, to the final dot</td><td>uncertain</td></tr>
 * <tr><td>no reply before</td><td>unavailable, server: what the dot does not end is not a mail
 *     (RFC 5321, section 4.1.1.4)</td></tr>
 * <tr><td>421 while connecting or to the sender</td><td>unavailable, and the server is left alone
 *     for a while</td></tr>
 * <tr><td>535, 534, 538 while connecting</td><td>the same; our credentials are wrong</td></tr>
 * <tr><td>any other 4xx while connecting or to the sender</td><td>unavailable, server</td></tr>
 * <tr><td>any 4xx to the recipient, to {@code DATA} or to the final dot, 421 as well</td>
 *     <td>unavailable, mailbox</td></tr>
 * <tr><td>5xx while connecting, to the sender, to {@code DATA}</td><td>unavailable, server: it is
 *     about us, and the operator can mend it</td></tr>
 * <tr><td>x.2.2, or 552 without enhanced code, to the recipient or the final dot</td>
 *     <td>unavailable, mailbox: it is full, which RFC 5321, section 4.5.3.1.10, and RFC 3463, section
 *     3.3, call temporary</td></tr>
 * <tr><td>other 5xx to the recipient, x.1, x.2 or x.4 or without enhanced code</td><td>refused:
 *     there is no such mailbox</td></tr>
 * <tr><td>500, 502 to 504, 530, x.3, x.5, x.6 or x.7 to the recipient</td><td>unavailable, mailbox:
 *     a mistake or a policy, such as relaying denied, and the operator can mend it</td></tr>
 * <tr><td>x.1 or x.2 to the final dot</td><td>refused: there is no such mailbox</td></tr>
 * <tr><td>other 5xx to the final dot</td><td>refused: the recipient's operator does not want
 *     it</td></tr>
 * </table>
 */
final class SmtpReplies {

    /**
     * A server that has had enough, or does not know us, is not asked again at once by any worker.
     */
    private static final Duration REST = Duration.ofSeconds(30);

    private static final Set<Integer> OUR_FAULT = Set.of(500, 502, 503, 504, 530);

    private SmtpReplies() {}

    static DeliveryOutcome outcome(SmtpStep step, @Nullable ServerReply reply) {
        if (reply == null || !reply.isReply() || reply.isPositive()) {
            return step == SmtpStep.FINAL_DOT
                    ? new Uncertain(detail(step, "no answer"))
                    : new Unavailable(PROVIDER, detail(step, "connection lost"));
        }
        if (!reply.isPermanent()) {
            return temporary(step, reply);
        }
        return switch (step) {
            case CONNECTING -> connecting(reply);
            case SENDER -> new Unavailable(PROVIDER, detail(step, reply + " sender refused"));
            case CONTENT -> new Unavailable(PROVIDER, detail(step, reply.toString()));
            case RECIPIENT -> recipient(reply);
            case FINAL_DOT -> mail(reply);
        };
    }

    private static DeliveryOutcome temporary(SmtpStep step, ServerReply reply) {
        String detail = detail(step, reply.toString());
        return switch (step) {
            case CONNECTING, SENDER ->
                    new Unavailable(PROVIDER, reply.code() == 421 ? REST : null, detail);
            case RECIPIENT, CONTENT, FINAL_DOT -> new Unavailable(RECIPIENT, detail);
        };
    }

    private static DeliveryOutcome connecting(ServerReply reply) {
        String detail = detail(SmtpStep.CONNECTING, reply.toString());
        return switch (reply.code()) {
            case 534, 535, 538 ->
                    new Unavailable(PROVIDER, REST, detail + " wrong user name or password");
            default -> new Unavailable(PROVIDER, detail);
        };
    }

    private static DeliveryOutcome recipient(ServerReply reply) {
        String detail = detail(SmtpStep.RECIPIENT, reply.toString());
        if (isFull(reply)) {
            return new Unavailable(RECIPIENT, detail + " mailbox full");
        }
        boolean aboutTheMailbox =
                reply.enhanced().isEmpty()
                        ? !OUR_FAULT.contains(reply.code())
                        : reply.subject().matches("[124]\\..*");
        return aboutTheMailbox
                ? new Refused(DESTINATION_INVALID, detail)
                : new Unavailable(RECIPIENT, detail);
    }

    private static DeliveryOutcome mail(ServerReply reply) {
        String detail = detail(SmtpStep.FINAL_DOT, reply.toString());
        if (isFull(reply)) {
            return new Unavailable(RECIPIENT, detail + " mailbox full");
        }
        return new Refused(
                reply.subject().matches("[12]\\..*") ? DESTINATION_INVALID : BLOCKED_BY_RECIPIENT,
                detail);
    }

    private static boolean isFull(ServerReply reply) {
        return reply.subject().equals("2.2") || (reply.code() == 552 && reply.enhanced().isEmpty());
    }

    static String detail(SmtpStep step, String what) {
        return "step=" + step + " " + what;
    }
}
