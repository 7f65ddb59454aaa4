package io.countersign.identity.alert;

import io.countersign.events.content.Fact;
import io.countersign.events.content.NoticeKind;
import io.countersign.identity.account.AccountId;
import io.countersign.identity.attempt.AttemptId;
import io.countersign.identity.attempt.Attempts;
import io.countersign.identity.attempt.Origin;
import io.countersign.identity.history.Devices;
import io.countersign.identity.link.LinkPurpose;
import io.countersign.identity.link.MailLinks;
import io.countersign.identity.notice.Outbox;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells the owner of an account what has just happened to it, in the same transaction: when, where
 * from, and how to say "this was not me".
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class Alerts {

    private final Outbox outbox;
    private final MailLinks links;
    private final Devices devices;
    private final WhereTold where;
    private final Attempts attempts;
    private final Clock clock;

    Alerts(
            Outbox outbox,
            MailLinks links,
            Devices devices,
            WhereTold where,
            Attempts attempts,
            Clock clock) {
        this.outbox = outbox;
        this.links = links;
        this.devices = devices;
        this.where = where;
        this.attempts = attempts;
        this.clock = clock;
    }

    /** Tells what a request from this origin does. */
    void tell(AccountId account, NoticeKind kind, Origin origin) {
        tell(account, kind, origin, Map.of());
    }

    /**
     * Tells what a request from this origin does.
     *
     * @param more what the kind needs besides time and link
     */
    void tell(AccountId account, NoticeKind kind, Origin origin, Map<Fact, String> more) {
        Scene scene = new Scene(clock.instant(), origin.address(), origin.userAgent());
        tell(account, kind, scene, more);
    }

    /** Tells what becomes of an attempt to sign in, and where it came from. */
    void tell(AccountId account, AttemptId attempt, NoticeKind kind, Map<Fact, String> more) {
        tell(account, kind, attempts.origin(attempt), more);
    }

    /** Tells what comes of more than one request. */
    void tell(AccountId account, NoticeKind kind, Map<Fact, String> more) {
        Map<Fact, String> facts = new HashMap<>(more);
        facts.putIfAbsent(Fact.AT, clock.instant().toString());
        facts.put(Fact.LINK, links.issue(LinkPurpose.NOT_ME, account.value()).url().toString());
        outbox.tell(account, kind, facts);
    }

    void tell(AccountId account, NoticeKind kind, Scene scene, Map<Fact, String> more) {
        Map<Fact, String> facts = new HashMap<>(more);
        facts.put(Fact.AT, scene.at().toString());
        facts.put(Fact.ADDRESS, scene.address());
        where.of(account, scene.address()).ifPresent(place -> facts.put(Fact.PLACE, place));
        String device = devices.named(scene.userAgent());
        if (!device.isEmpty()) {
            facts.put(Fact.DEVICE, device);
        }
        tell(account, kind, facts);
    }
}
