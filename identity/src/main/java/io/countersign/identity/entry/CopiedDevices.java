package io.countersign.identity.entry;

import io.countersign.identity.account.AccountId;
import io.countersign.identity.attempt.AttemptId;
import io.countersign.identity.attempt.Origin;
import io.countersign.identity.attempt.RandomToken;
import io.countersign.identity.event.SecurityEvent.RememberedDeviceCopied;
import io.countersign.identity.event.SecurityEvents;
import io.countersign.identity.remembered.RememberedDevices;
import io.countersign.identity.revocation.AccountSessions;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Ends what came from a remembered device whose token was copied. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class CopiedDevices {

    private final RememberedDevices devices;
    private final AccountSessions sessions;
    private final SecurityEvents events;

    CopiedDevices(RememberedDevices devices, AccountSessions sessions, SecurityEvents events) {
        this.devices = devices;
        this.sessions = sessions;
        this.events = events;
    }

    /**
     * Forgets the device if the token was used before, ends the sessions that it let in, and tells
     * the owner. No one can know which of the two that showed it was the owner. The caller holds
     * the account, whose password was right.
     */
    void look(AccountId account, RandomToken shown, Origin origin) {
        devices.forgetCopied(account, shown)
                .ifPresent(
                        device -> {
                            endWhatItLetIn(account, device);
                            events.append(new RememberedDeviceCopied(account, origin));
                        });
    }

    private void endWhatItLetIn(AccountId account, UUID device) {
        Set<AttemptId> attempts = devices.letIn(account, device);
        sessions.signedIn(account).stream()
                .filter(session -> attempts.contains(session.attempt()))
                .forEach(sessions::end);
    }
}
