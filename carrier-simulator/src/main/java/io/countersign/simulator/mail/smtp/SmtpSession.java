package io.countersign.simulator.mail.smtp;

import io.countersign.simulator.faults.Counter;
import io.countersign.simulator.faults.MailFault;
import io.countersign.simulator.faults.MailFault.SmtpReply;
import io.countersign.simulator.faults.RequestFault.CutConnection;
import io.countersign.simulator.faults.RequestFault.HangAfterAccepting;
import io.countersign.simulator.faults.RequestFault.HangBeforeAccepting;
import io.countersign.simulator.faults.RequestFault.Slow;
import io.countersign.simulator.mail.MailAddress;
import io.countersign.simulator.requests.Asked;
import io.countersign.simulator.requests.Outcome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSocket;

/**
 * Passes one client's commands on to the mail server and its replies back, in lockstep. Knows no
 * more of SMTP than the words of the commands: it adds encryption, insists on authentication, and
 * gives some replies of its own where a fault is in force.
 */
final class SmtpSession {

    private static final Pattern PATH = Pattern.compile("[^<]*<([^>]*)>.*");

    private final Wire server;
    private final Surroundings surroundings;
    private Wire client;
    private boolean trusted;
    private Envelope envelope = Envelope.from("");

    SmtpSession(Wire client, Wire server, Surroundings surroundings) {
        this.client = client;
        this.server = server;
        this.surroundings = surroundings;
        this.trusted = !surroundings.settings().guarded();
    }

    void run() throws IOException, InterruptedException {
        client.send(server.readReply());
        String line = client.read();
        while (line != null && obey(line)) {
            line = client.read();
        }
    }

    /** Returns whether the connection goes on. */
    private boolean obey(String line) throws IOException, InterruptedException {
        return switch (line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT)) {
            case "EHLO" -> hello(line);
            case "STARTTLS" -> encrypt();
            case "AUTH" -> authenticate(line);
            case "MAIL" -> begin(line);
            case "RCPT" -> address(line);
            case "DATA" -> data(line);
            case "QUIT" -> {
                pass(line);
                yield false;
            }
            default -> {
                pass(line);
                yield true;
            }
        };
    }

    private String pass(String line) throws IOException {
        server.send(line);
        List<String> reply = server.readReply();
        client.send(reply);
        return reply.getLast();
    }

    private boolean hello(String line) throws IOException {
        server.send(line);
        List<String> reply = server.readReply();
        List<String> offer = new ArrayList<>();
        offer.add("250-" + reply.getFirst().substring(4));
        if (!(client.socket() instanceof SSLSocket)) {
            offer.add("250-STARTTLS");
        }
        if (surroundings.settings().guarded()) {
            offer.add("250-AUTH PLAIN LOGIN");
        }
        offer.add("250 8BITMIME");
        client.send(offer);
        return true;
    }

    private boolean encrypt() throws IOException {
        if (client.socket() instanceof SSLSocket) {
            client.send("503 5.5.1 TLS is active already");
            return true;
        }
        client.send("220 2.0.0 Ready to start TLS");
        client = new Wire(surroundings.certificate().encrypt(client.socket()));
        return true;
    }

    private boolean authenticate(String line) throws IOException {
        if (!surroundings.settings().guarded()) {
            client.send("502 5.5.1 Nobody needs to authenticate here");
            return true;
        }
        String reply = pass(line);
        while (reply.startsWith("334")) {
            String secret = client.read();
            if (secret == null) {
                return false;
            }
            reply = pass(secret);
        }
        trusted |= reply.startsWith("235");
        return true;
    }

    private boolean begin(String line) throws IOException {
        if (!trusted) {
            client.send("530 5.7.0 Authentication required");
            return true;
        }
        envelope = Envelope.from(path(line));
        pass(line);
        return true;
    }

    private boolean address(String line) throws IOException {
        Optional<MailAddress> recipient = MailAddress.of(path(line));
        if (recipient.isEmpty()) {
            pass(line);
            return true;
        }
        Optional<MailFault> fault = surroundings.faults().strikeMail(recipient.get().recipient());
        if (fault.isPresent() && fault.get() instanceof SmtpReply(int code)) {
            record(
                    envelope.with(recipient.get(), fault).last(),
                    "",
                    new Outcome.Refused(code, code));
            client.send(code + " " + words(code));
            return code != 421;
        }
        if (pass(line).startsWith("250")) {
            envelope = envelope.with(recipient.get(), fault);
        }
        return true;
    }

    private static String words(int code) {
        return switch (code) {
            case 421 -> "4.3.2 Service not available, closing transmission channel";
            case 450 -> "4.2.1 Mailbox busy, try again later";
            case 451 -> "4.7.1 Greylisted, try again later";
            case 452 -> "4.2.2 Mailbox has no room at the moment";
            case 552 -> "5.2.2 Mailbox full";
            default -> "5.1.1 No such mailbox here";
        };
    }

    private boolean data(String line) throws IOException, InterruptedException {
        if (envelope.to().isEmpty()) {
            pass(line);
            return true;
        }
        client.send("354 Start mail input; end with <CRLF>.<CRLF>");
        Optional<Data> read = Data.readFrom(client);
        if (read.isEmpty()) {
            return false;
        }
        Data data = read.get();
        Envelope complete = envelope;
        envelope = Envelope.from("");
        return switch (complete.fault()) {
            case null -> take(complete, data);
            case Slow(int delayMs) -> {
                Thread.sleep(delayMs);
                yield take(complete, data);
            }
            case HangBeforeAccepting() -> {
                record(complete, data.messageId(), new Outcome.Ignored());
                yield hang();
            }
            case HangAfterAccepting(Integer answerAfterMs) when answerAfterMs != null -> {
                List<String> reply = deliver(complete, data, true);
                Thread.sleep(answerAfterMs);
                client.send(reply);
                yield true;
            }
            case HangAfterAccepting _ -> {
                deliver(complete, data, false);
                yield hang();
            }
            case CutConnection() -> {
                deliver(complete, data, false);
                yield false;
            }
            case SmtpReply _ -> throw new IllegalStateException("was given to the recipient");
        };
    }

    private boolean take(Envelope complete, Data data) throws IOException {
        client.send(deliver(complete, data, true));
        return true;
    }

    private List<String> deliver(Envelope complete, Data data, boolean answered)
            throws IOException {
        data.sendTo(server);
        List<String> reply = server.readReply();
        int code = Integer.parseInt(reply.getLast().substring(0, 3));
        record(
                complete,
                data.messageId(),
                code == 250
                        ? new Outcome.Accepted(data.messageId(), answered)
                        : new Outcome.Refused(code, code));
        return reply;
    }

    /** Says nothing until the client has gone. */
    private boolean hang() throws IOException {
        client.socket().setSoTimeout((int) Counter.FOREVER.toMillis());
        while (client.read() != null) {
            // Whatever it says, there is no answer.
        }
        return false;
    }

    private void record(Envelope complete, String messageId, Outcome outcome) {
        MailFault fault = complete.fault();
        for (MailAddress recipient : complete.to()) {
            surroundings
                    .log()
                    .record(
                            new Asked("mail", recipient.text(), complete.from(), messageId, null),
                            outcome,
                            fault == null ? null : fault.kind());
        }
    }

    private static String path(String line) {
        Matcher path = PATH.matcher(line);
        return path.matches() ? path.group(1) : "";
    }
}
