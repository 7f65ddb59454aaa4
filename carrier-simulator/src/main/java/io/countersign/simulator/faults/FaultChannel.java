package io.countersign.simulator.faults;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The ways to reach people, each with the faults it knows. */
public enum FaultChannel {
    SMS(MessageFault.class),
    CALL(CallFault.class),
    TELEGRAM(TelegramFault.class),
    UPDATES(UpdatesFault.class),
    MAIL(MailFault.class);

    private final Class<? extends Fault> known;

    FaultChannel(Class<? extends Fault> known) {
        this.known = known;
    }

    public boolean knows(Fault fault) {
        return known.isInstance(fault);
    }

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
