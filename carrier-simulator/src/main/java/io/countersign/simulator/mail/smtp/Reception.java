package io.countersign.simulator.mail.smtp;

import io.countersign.simulator.faults.active.Faults;
import io.countersign.simulator.mail.Mailboxes;
import io.countersign.simulator.requests.RequestLog;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.MessageHandlerFactory;
import org.subethamail.smtp.server.Session;

/** Takes in mails, each on its own, and keeps what they all need. */
@Component
record Reception(Faults faults, RequestLog log, Mailboxes mails, Clock clock)
        implements MessageHandlerFactory {

    @Override
    public MessageHandler create(MessageContext client) {
        return new IncomingMail((Session) client, this);
    }
}
