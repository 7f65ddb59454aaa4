package io.countersign.gateway.web;

import io.countersign.challenge.Pending;
import io.countersign.challenge.store.Challenges;
import io.countersign.delivery.Acceptance;
import io.countersign.delivery.Claimed;
import io.countersign.delivery.Delivery;
import io.countersign.delivery.Queued;
import io.countersign.delivery.Receipt;
import io.countersign.delivery.store.Claims;
import io.countersign.delivery.store.Deliveries;
import io.countersign.delivery.store.DeliveryChange;
import io.countersign.delivery.store.DeliveryTransition;
import io.countersign.events.FailureReason;
import io.countersign.events.id.ChallengeId;
import io.countersign.events.id.DeliveryId;
import io.countersign.identity.account.AccountId;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Plays the SMS worker and its provider: takes an account's latest SMS along. */
@Component
public class Carrier {

    private static final String WORKER = "the worker";

    private final JdbcClient jdbc;
    private final Challenges challenges;
    private final Deliveries deliveries;
    private final Clock clock;

    Carrier(JdbcClient jdbc, Challenges challenges, Deliveries deliveries, Clock clock) {
        this.jdbc = jdbc;
        this.challenges = challenges;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    public void claims(AccountId account) {
        move(account, Claims.claim(WORKER, Duration.ofSeconds(5), Duration.ofSeconds(60)));
    }

    public void accepts(AccountId account) {
        claims(account);
        move(account, Claims.sent(acceptance()));
    }

    public void delivers(AccountId account) {
        accepts(account);
        become(account, sms -> sms.receive(new Receipt.Arrived(acceptance())));
    }

    public void fails(AccountId account, FailureReason reason) {
        claims(account);
        move(account, Claims.failed(WORKER, reason));
    }

    public void losesSight(AccountId account) {
        claims(account);
        become(account, sms -> ((Claimed) sms).unknown());
    }

    public void isTooLate(AccountId account) {
        become(account, sms -> ((Queued) sms).tooLate());
    }

    /** The challenge that decides the account's latest attempt to sign in. */
    public ChallengeId challenge(AccountId account) {
        return new ChallengeId(
                jdbc.sql(
                                """
                                select challenge_id from sign_in
                                where account_id = :account order by started_at desc limit 1
                                """)
                        .param("account", account.value())
                        .query(String.class)
                        .single());
    }

    private void become(AccountId account, UnaryOperator<Delivery> next) {
        move(account, (current, _) -> new DeliveryChange<>(next.apply(current), current));
    }

    private void move(AccountId account, DeliveryTransition<?> transition) {
        var _ = deliveries.update(latest(challenge(account)), transition).orElseThrow();
    }

    private DeliveryId latest(ChallengeId id) {
        Pending pending = (Pending) challenges.find(id).orElseThrow();
        return pending.rounds().getLast().firstDelivery(id);
    }

    private Acceptance acceptance() {
        return new Acceptance("twilio", "SM" + UUID.randomUUID(), clock.instant());
    }
}
