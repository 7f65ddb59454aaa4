package io.countersign.identity.enrol;

import io.countersign.identity.account.AccountId;
import io.countersign.identity.account.Password;
import io.countersign.identity.attempt.AttemptId;
import io.countersign.identity.attempt.Origin;
import io.countersign.identity.caller.Caller;
import io.countersign.identity.caller.SessionInMemory;
import io.countersign.identity.caller.SignedIn;
import io.countersign.identity.change.InMemoryChanges;
import io.countersign.identity.credential.ReenterOutcome;
import io.countersign.identity.event.SecurityEvent;
import io.countersign.identity.event.SecurityEvents;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Changes that one signed-in person makes, who has one password. */
public final class ProvenInMemory {

    public static final Password RIGHT = new Password("the right one");
    public static final Password WRONG = new Password("a wrong one");

    private final InMemoryChanges changes = new InMemoryChanges();
    private final List<SecurityEvent> events = new ArrayList<>();
    private final SecurityEvents announced =
            new SecurityEvents(event -> events.add((SecurityEvent) event));
    private final Caller caller =
            new Caller(
                    new SignedIn(
                            AccountId.next(), new AttemptId(UUID.randomUUID()), Optional.empty()),
                    new Origin("192.0.2.7", "", Optional.empty()),
                    new SessionInMemory());

    public Caller caller() {
        return caller;
    }

    public ProvenChange change() {
        return new ProvenChange(
                (_, password, _) ->
                        password.equals(RIGHT)
                                ? new ReenterOutcome.Right()
                                : new ReenterOutcome.Wrong(),
                changes.announcedTo(announced));
    }

    /** Where use cases announce what they do. */
    public SecurityEvents announced() {
        return announced;
    }

    /** What was announced, oldest first. */
    public List<SecurityEvent> events() {
        return List.copyOf(events);
    }

    /** The accounts of which every other session has ended, in this order. */
    public List<AccountId> ended() {
        return changes.ended();
    }
}
