package io.countersign.email.smtp;

import jakarta.mail.MessagingException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One mail's way through the dialogue: how far it came, and what the server said there.
 *
 * <p>Two threads share it. The one that talks to the server asks before each step; the one that
 * waits may give the mail up. The first of them decides, so that a mail that was given up before
 * the final dot has certainly not been sent; nor has one whose time had run out by then.
 */
final class Passage {

    private final BooleanSupplier over;
    private SmtpStep step = SmtpStep.CONNECTING;
    private @Nullable ServerReply reply;
    private boolean givenUp;
    private boolean late;

    Passage() {
        this(() -> false);
    }

    /**
     * @param over whether nothing may leave any more
     */
    Passage(BooleanSupplier over) {
        this.over = over;
    }

    /**
     * @throws MessagingException when it has been given up, or its time has run out
     */
    synchronized void enter(SmtpStep next) throws MessagingException {
        late = late || over.getAsBoolean();
        if (givenUp || late) {
            throw new MessagingException("given up");
        }
        step = next;
        reply = null;
    }

    /**
     * Of several replies within a step the first one counts; while {@code CONNECTING}, the last one
     * that is a reply at all. A server that has hung up answers nothing that is sent after that.
     */
    synchronized void heard(ServerReply next) {
        if (reply == null || (step == SmtpStep.CONNECTING && next.isReply())) {
            reply = next;
        }
    }

    /** No further step is entered. */
    synchronized void giveUp() {
        givenUp = true;
    }

    /** Whether the server refused and keeps listening. */
    synchronized boolean endedWithAnAnswer() {
        return !givenUp && !late && reply != null && reply.isReply() && reply.code() != 421;
    }

    /** Whether its time ran out before the final dot. */
    synchronized boolean late() {
        return late;
    }

    synchronized SmtpStep step() {
        return step;
    }

    /** What the server said in this step; null if it has not replied. */
    synchronized @Nullable ServerReply reply() {
        return reply;
    }
}
