package io.countersign.identity.sessions;

import io.countersign.identity.account.Accounts;
import io.countersign.identity.attempt.AttemptId;
import io.countersign.identity.caller.Caller;
import io.countersign.identity.caller.SignedIn;
import io.countersign.identity.event.SecurityEvent.SessionsEnded;
import io.countersign.identity.event.SecurityEvents;
import io.countersign.identity.remembered.RememberedDevices;
import io.countersign.identity.revocation.AccountSessions;
import io.countersign.identity.revocation.EndSessions;
import io.countersign.identity.revocation.LiveSession;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The sessions that are signed in to an account. One that is ended is refused its next request. */
@Service
public class ActiveSessions {

    private final Accounts accounts;
    private final AccountSessions sessions;
    private final SignInFacts facts;
    private final EndSessions ending;
    private final SecurityEvents events;
    private final RememberedDevices remembered;

    ActiveSessions(
            Accounts accounts,
            AccountSessions sessions,
            SignInFacts facts,
            EndSessions ending,
            SecurityEvents events,
            RememberedDevices remembered) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.facts = facts;
        this.ending = ending;
        this.events = events;
        this.remembered = remembered;
    }

    /** The one that asks first, then the one that was seen last. */
    public List<ActiveSession> of(SignedIn who, Locale locale) {
        return sessions.signedIn(who.account()).stream()
                .flatMap(session -> facts.of(session, who, locale).stream())
                .sorted(
                        Comparator.comparing(ActiveSession::current)
                                .thenComparing(ActiveSession::lastSeenAt)
                                .reversed())
                .toList();
    }

    /**
     * Ends one and forgets its device, which is asked for everything again; false where the account
     * has no such session, or no longer.
     */
    @Transactional
    public boolean end(Caller caller, AttemptId id) {
        accounts.hold(caller.account());
        Optional<LiveSession> found =
                sessions.signedIn(caller.account()).stream()
                        .filter(session -> session.attempt().equals(id))
                        .findFirst();
        found.ifPresent(
                session -> {
                    sessions.end(session);
                    remembered.forgetOf(caller.account(), id);
                    events.append(new SessionsEnded(caller.account(), caller.origin()));
                });
        return found.isPresent();
    }

    /** Ends all but the one that asks, and every sign-in under way. */
    @Transactional
    public void endOthers(Caller caller) {
        accounts.hold(caller.account());
        ending.allBut(caller.session().id(), caller.account());
        events.append(new SessionsEnded(caller.account(), caller.origin()));
    }
}
