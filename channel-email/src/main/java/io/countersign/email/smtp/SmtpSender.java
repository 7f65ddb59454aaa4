package io.countersign.email.smtp;

import io.countersign.channel.send.ChannelSender;
import io.countersign.channel.send.DeliveryOutcome;
import io.countersign.channel.send.DeliveryOutcome.Accepted;
import io.countersign.channel.send.DeliveryOutcome.Late;
import io.countersign.channel.send.DeliveryOutcome.Refused;
import io.countersign.channel.send.DeliveryOutcome.Uncertain;
import io.countersign.channel.send.OutgoingMessage;
import io.countersign.channel.send.SendWindow;
import io.countersign.email.mime.Mail;
import io.countersign.email.mime.Mails;
import io.countersign.events.FailureReason;
import io.countersign.events.content.Message;
import jakarta.mail.MessagingException;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends mails over SMTP (RFC 5321).
 *
 * <p>The message's time-out covers the whole dialogue, not each answer: the dialogue runs on a
 * virtual thread of its own, and interrupting that closes the socket.
 */
final class SmtpSender implements ChannelSender, AutoCloseable {

    private final Mails mails;
    private final SmtpConnections connections;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    SmtpSender(Mails mails, SmtpConnections connections) {
        this.mails = mails;
        this.connections = connections;
    }

    @Override
    public DeliveryOutcome send(OutgoingMessage message) {
        return switch (message.message()) {
            case Message.Notice notice -> send(message, notice);
            case Message.Code _,
                    Message.SpokenCode _,
                    Message.CallingNumber _,
                    Message.Confirmation _ ->
                    new Refused(FailureReason.PROVIDER_UNAVAILABLE, "nothing to say in a mail");
        };
    }

    @Override
    public void close() {
        threads.shutdownNow();
        connections.close();
    }

    private DeliveryOutcome send(OutgoingMessage message, Message.Notice notice) {
        return mails.write(message, notice)
                .map(mail -> within(message.window(), mail))
                .orElseGet(() -> new Refused(FailureReason.DESTINATION_INVALID, "not an address"));
    }

    private DeliveryOutcome within(SendWindow window, Mail mail) {
        Passage passage = new Passage(window::over);
        Future<DeliveryOutcome> dialogue = threads.submit(() -> talk(mail, passage));
        try {
            return dialogue.get(window.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return givenUp(dialogue, passage);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return givenUp(dialogue, passage);
        } catch (ExecutionException bug) {
            // Its message may quote what was to be sent.
            return new Uncertain(
                    Objects.requireNonNullElse(bug.getCause(), bug).getClass().getName());
        }
    }

    private static DeliveryOutcome givenUp(Future<DeliveryOutcome> dialogue, Passage passage) {
        passage.giveUp();
        dialogue.cancel(true);
        return SmtpTrouble.outOfTime(passage);
    }

    private DeliveryOutcome talk(Mail mail, Passage passage) {
        try {
            SmtpConnection connection = connections.take(passage);
            boolean usable = false;
            try {
                connection.send(mail.content(), mail.to());
                usable = true;
            } finally {
                if (usable || passage.endedWithAnAnswer()) {
                    connections.giveBack(connection);
                } else {
                    connections.discard(connection);
                }
            }
            return new Accepted(mail.id());
        } catch (MessagingException e) {
            return passage.late() ? new Late() : SmtpTrouble.outcome(passage, e);
        }
    }
}
