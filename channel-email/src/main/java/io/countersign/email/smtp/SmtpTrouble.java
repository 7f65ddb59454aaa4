package io.countersign.email.smtp;

import io.countersign.channel.send.Concerned;
import io.countersign.channel.send.DeliveryOutcome;
import io.countersign.channel.send.DeliveryOutcome.Unavailable;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Says what became of a mail whose passage did not complete. */
final class SmtpTrouble {

    private SmtpTrouble() {}

    static DeliveryOutcome outcome(Passage passage, MessagingException failure) {
        SmtpStep step = passage.step();
        @Nullable ServerReply reply = passage.reply();
        boolean saidNo = reply != null && reply.isReply() && !reply.isPositive();
        return step == SmtpStep.CONNECTING && !saidNo
                ? new Unavailable(Concerned.PROVIDER, SmtpReplies.detail(step, why(failure)))
                : SmtpReplies.outcome(step, reply);
    }

    /** Nobody waits any longer. */
    static DeliveryOutcome outOfTime(Passage passage) {
        SmtpStep step = passage.step();
        return step == SmtpStep.FINAL_DOT
                ? SmtpReplies.outcome(step, null)
                : new Unavailable(
                        Concerned.PROVIDER, SmtpReplies.detail(step, "no answer in time"));
    }

    /** Why there is no connection, in our own words for the operator and without the server's. */
    private static String why(MessagingException failure) {
        if (has(failure, CertificateException.class)) {
            return "certificate not trusted or not for this host";
        }
        if (has(failure, SSLException.class)) {
            return "no TLS";
        }
        if (has(failure, UnknownHostException.class)) {
            return "unknown host";
        }
        if (has(failure, SocketTimeoutException.class)) {
            return "no answer in time";
        }
        if (has(failure, AuthenticationFailedException.class)) {
            return "no common way to authenticate";
        }
        return String.valueOf(failure.getMessage()).startsWith("STARTTLS is required")
                ? "the server offers no STARTTLS"
                : "no connection";
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> kind) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(20)
                .anyMatch(kind::isInstance);
    }
}
