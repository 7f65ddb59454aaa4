package io.countersign.identity.entry;

import io.countersign.challenge.Approved;
import io.countersign.identity.account.Accounts;
import io.countersign.identity.attempt.Attempt;
import io.countersign.identity.attempt.Attempts;
import io.countersign.identity.attempt.RandomToken;
import io.countersign.identity.caller.Client;
import io.countersign.identity.caller.DeviceToken;
import io.countersign.identity.caller.Second;
import io.countersign.identity.event.SecurityEvent.DeviceRemembered;
import io.countersign.identity.event.SecurityEvents;
import io.countersign.identity.ledger.GuessLedger;
import io.countersign.identity.remembered.DevicePass;
import io.countersign.identity.remembered.RememberedDevices;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Remembers devices at sign-in, and signs in people who come back on one. Such a session holds no
 * second factor of its own, so a person who wants to change a factor in it steps up first.
 */
@Service
public class RememberedSignIn {

    private final Accounts accounts;
    private final Attempts attempts;
    private final RememberedDevices devices;
    private final GuessLedger ledger;
    private final CompleteSignIn completion;
    private final CopiedDevices copied;
    private final SecurityEvents events;

    RememberedSignIn(
            Accounts accounts,
            Attempts attempts,
            RememberedDevices devices,
            GuessLedger ledger,
            CompleteSignIn completion,
            CopiedDevices copied,
            SecurityEvents events) {
        this.accounts = accounts;
        this.attempts = attempts;
        this.ledger = ledger;
        this.devices = devices;
        this.completion = completion;
        this.copied = copied;
        this.events = events;
    }

    /**
     * Signs in without a challenge, for a second factor that was given earlier on the device that
     * asks. False, and nothing has happened, where the device is not remembered for this account or
     * not any more, where another request has just used its token, where so many wrong codes were
     * tried for the account that a recovery code is needed, and when the attempt or the account has
     * ended meanwhile. Also false where the token was used longer ago; then the device is
     * forgotten.
     */
    @Transactional
    public boolean complete(Attempt attempt, Client client) {
        Optional<RandomToken> shown = client.remembered();
        if (shown.isEmpty() || !accounts.hold(attempt.account())) {
            return false;
        }
        copied.look(attempt.account(), shown.get(), client.origin());
        if (ledger.spent(attempt)) {
            return false;
        }
        Optional<UUID> device =
                devices.hold(attempt.account(), shown.get())
                        .filter(held -> attempts.signInFrom(attempt.id(), held));
        device.ifPresent(
                held -> {
                    keep(devices.renew(held, attempt), client);
                    completion.enter(attempt, Second.REMEMBERED, client);
                });
        return device.isPresent();
    }

    /**
     * Completes like {@link CompleteSignIn#by}, and has the device remembered if the person wants
     * that and policy allows it. A device that never got its new token is forgotten.
     */
    @Transactional
    public boolean complete(Attempt attempt, Approved approved, boolean remember, Client client) {
        boolean completed = completion.by(approved, attempt, client);
        Optional<RandomToken> shown = client.remembered();
        if (completed) {
            ledger.beginAnew(attempt.account(), attempt.id());
            shown.ifPresent(token -> devices.forgetOutdated(attempt.account(), token));
        }
        if (completed && remember) {
            devices.remember(attempt, shown).ifPresent(pass -> remembered(attempt, pass, client));
        }
        return completed;
    }

    private void remembered(Attempt attempt, DevicePass pass, Client client) {
        keep(pass, client);
        events.append(new DeviceRemembered(attempt.account(), attempt.id()));
    }

    private static void keep(DevicePass pass, Client client) {
        client.session().keep(new DeviceToken.Remembered(pass));
    }
}
