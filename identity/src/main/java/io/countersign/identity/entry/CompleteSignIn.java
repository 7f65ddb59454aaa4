package io.countersign.identity.entry;

import io.countersign.challenge.Approved;
import io.countersign.identity.account.Accounts;
import io.countersign.identity.attempt.Attempt;
import io.countersign.identity.attempt.Attempts;
import io.countersign.identity.attempt.KnownDevices;
import io.countersign.identity.attempt.Outcome;
import io.countersign.identity.attempt.RandomToken;
import io.countersign.identity.caller.Client;
import io.countersign.identity.caller.DeviceToken;
import io.countersign.identity.caller.Second;
import io.countersign.identity.caller.SessionChange;
import io.countersign.identity.caller.SessionKeys;
import io.countersign.identity.event.SecurityEvent.SignInCompleted;
import io.countersign.identity.event.SecurityEvents;
import io.countersign.identity.policy.SecondFactorDuty;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Begins sessions and completes them. The session is written in the transaction that ends the
 * attempt as signed in, so there is never one without the other, and never a second one.
 */
@Service
public class CompleteSignIn {

    private final Accounts accounts;
    private final Attempts attempts;
    private final SessionKeys keys;
    private final SecondFactorDuty duty;
    private final KnownDevices devices;
    private final SecurityEvents events;

    CompleteSignIn(
            Accounts accounts,
            Attempts attempts,
            SessionKeys keys,
            SecondFactorDuty duty,
            KnownDevices devices,
            SecurityEvents events) {
        this.accounts = accounts;
        this.attempts = attempts;
        this.keys = keys;
        this.duty = duty;
        this.devices = devices;
        this.events = events;
    }

    /** After the password: a session that can do nothing but give the second factor. */
    @Transactional
    public void begin(Attempt attempt, Client client) {
        client.session().become(new SessionChange.AwaitsSecond(attempt.account(), attempt.id()));
    }

    /**
     * Signs in an account that has no second factor; if it must have one, the session can do
     * nothing but set one up. False when the attempt or the account has ended meanwhile.
     */
    @Transactional
    public boolean withoutSecond(Attempt attempt, Client client) {
        if (!mayBeUsed(attempt) || !attempts.signIn(attempt.id(), null, null)) {
            return false;
        }
        enter(
                attempt,
                duty.unmet(attempt.account()) ? Second.TO_SET_UP : Second.NOT_NEEDED,
                client);
        return true;
    }

    /**
     * Signs in for an approved challenge, or renews the second factor of the session that steps up;
     * false when the attempt, the account or that session has ended meanwhile.
     */
    @Transactional
    public boolean by(Approved approved, Attempt attempt, Client client) {
        if (!mayBeUsed(attempt)
                || (attempt.stepsUp() && !keys.hold(client.session().id()))
                || !attempts.signIn(attempt.id(), approved.terms().id(), approved.method())) {
            return false;
        }
        if (attempt.stepsUp()) {
            client.session().become(new SessionChange.SteppedUp());
        } else {
            enter(attempt, Second.GIVEN, client);
        }
        return true;
    }

    /**
     * Begins the session of an attempt that has just ended as signed in, in the same transaction.
     */
    void enter(Attempt attempt, Second second, Client client) {
        boolean isNews =
                devices.isNews(attempt.account(), attempt.id(), client.origin().deviceToken());
        events.append(new SignInCompleted(attempt.account(), attempt.id(), isNews));
        client.session().become(new SessionChange.Entered(attempt.account(), attempt.id(), second));
        RandomToken token = devices.renew(attempt.account(), client.origin().deviceToken());
        client.session().keep(new DeviceToken.Known(token));
    }

    /** Whether the account is one to sign in to; it stays so until the session is written. */
    private boolean mayBeUsed(Attempt attempt) {
        boolean active = accounts.holdActive(attempt.account());
        if (!active) {
            attempts.end(attempt.id(), Outcome.BARRED);
        }
        return active;
    }
}
