package io.countersign.simulator.faults.active;

import io.countersign.simulator.faults.CallFault;
import io.countersign.simulator.faults.Fault;
import io.countersign.simulator.faults.FaultChannel;
import io.countersign.simulator.faults.MailFault;
import io.countersign.simulator.faults.MessageFault;
import io.countersign.simulator.faults.TelegramFault;
import io.countersign.simulator.faults.UpdatesFault;
import io.countersign.simulator.sms.PhoneNumber;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The rules in force. A rule for one recipient goes before those for all, an older before a newer.
 */
@Component
public class Faults {

    private static final Comparator<ArmedFault> PRECEDENCE =
            Comparator.comparing(armed -> armed.rule().to() == null);

    private final List<ArmedFault> armed = new ArrayList<>();
    private volatile boolean quiet = true;
    private long lastId;

    /** The fault that hits the next message to this number. */
    public Optional<MessageFault> strikeMessage(PhoneNumber number) {
        return strike(FaultChannel.SMS, FaultRecipient.of(number)).map(MessageFault.class::cast);
    }

    /** The fault that hits the next call to this number. */
    public Optional<CallFault> strikeCall(PhoneNumber number) {
        return strike(FaultChannel.CALL, FaultRecipient.of(number)).map(CallFault.class::cast);
    }

    /** The fault that hits the next request of the bot about this person's chat. */
    public Optional<TelegramFault> strikeTelegram(FaultRecipient person) {
        return strike(FaultChannel.TELEGRAM, person).map(TelegramFault.class::cast);
    }

    /** The fault that hits the next mail to this address. */
    public Optional<MailFault> strikeMail(FaultRecipient address) {
        return strike(FaultChannel.MAIL, address).map(MailFault.class::cast);
    }

    /** The fault that hits the bot's next question what people did. */
    public Optional<UpdatesFault> strikeUpdates() {
        return strike(FaultChannel.UPDATES, null).map(UpdatesFault.class::cast);
    }

    private Optional<Fault> strike(FaultChannel channel, @Nullable FaultRecipient recipient) {
        return quiet ? Optional.empty() : strikeFirst(channel, recipient);
    }

    synchronized ActiveFault arm(FaultRule rule) {
        armed.removeIf(earlier -> rule.replaces(earlier.rule()));
        ArmedFault added = new ArmedFault(++lastId, rule);
        armed.add(added);
        armed.sort(PRECEDENCE);
        quiet = false;
        return added.view();
    }

    public synchronized List<ActiveFault> active() {
        return armed.stream().map(ArmedFault::view).toList();
    }

    /** Returns whether there was such a rule. */
    synchronized boolean disarm(long id) {
        boolean found = armed.removeIf(fault -> fault.view().id() == id);
        quiet = armed.isEmpty();
        return found;
    }

    synchronized void disarmAll() {
        armed.clear();
        quiet = true;
    }

    private synchronized Optional<Fault> strikeFirst(
            FaultChannel channel, @Nullable FaultRecipient recipient) {
        Optional<Fault> struck =
                armed.stream()
                        .filter(fault -> fault.strikes(channel, recipient))
                        .findFirst()
                        .map(fault -> fault.rule().fault());
        armed.removeIf(ArmedFault::usedUp);
        quiet = armed.isEmpty();
        return struck;
    }
}
