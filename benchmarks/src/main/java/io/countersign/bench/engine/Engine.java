package io.countersign.bench.engine;

import io.countersign.challenge.Method;
import io.countersign.challenge.Pending;
import io.countersign.challenge.store.Limit;
import io.countersign.engine.open.ChallengeContext;
import io.countersign.engine.open.ChallengeSettings;
import io.countersign.engine.open.Codes;
import io.countersign.engine.open.OpenChallenge;
import io.countersign.engine.send.DeliveryPlan;
import io.countersign.engine.send.PlannedRoute;
import io.countersign.engine.send.PlannedStep;
import io.countersign.engine.send.SendChallenge;
import io.countersign.engine.send.SendOutcome;
import io.countersign.engine.status.ChallengeStatus.DeliveryStatus;
import io.countersign.engine.status.LiveStatus;
import io.countersign.events.Channel;
import io.countersign.events.Progress;
import io.countersign.events.Purpose;
import io.countersign.events.content.Destination;
import io.countersign.events.content.Message;
import io.countersign.events.content.OneTimeCode;
import io.countersign.events.id.ChallengeId;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;

/** Opens challenges for bare numbers and sends for them, as the gateway does for its accounts. */
public final class Engine implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int UNREACHED = 1_000_000_000;

    /** As many as the gateway counts for an SMS. */
    private static final List<String> LIMITS =
            List.of(
                    "number-hour",
                    "number-10-min",
                    "account-day",
                    "address-hour",
                    "region-day",
                    "day");

    private final ConfigurableApplicationContext context;
    private final OpenChallenge opening;
    private final SendChallenge sending;
    private final LiveStatus status;
    private final Codes codes;

    /**
     * Connects to the servers.
     *
     * @param lifetime of each challenge
     */
    public Engine(StackServers servers, Duration lifetime) {
        this.context =
                EngineContext.start(
                        servers, new ChallengeSettings(lifetime, 5, PATIENCE, PATIENCE));
        this.opening = context.getBean(OpenChallenge.class);
        this.sending = context.getBean(SendChallenge.class);
        this.status = context.getBean(LiveStatus.class);
        this.codes = context.getBean(Codes.class);
    }

    /**
     * Opens a challenge and has its code sent to a number.
     *
     * @throws IOException when the broker has not taken it
     */
    public ChallengeId send(String number) throws IOException {
        ChallengeContext asked =
                opening.open(
                        new ChallengeContext(
                                Purpose.SIGN_IN,
                                UUID.randomUUID(),
                                "benchmark",
                                Optional.empty(),
                                "127.0.0.1",
                                "en",
                                Optional.empty()),
                        (_, fresh) -> Optional.of(fresh));
        SendOutcome outcome =
                sending.send(asked, challenge -> Optional.of(plan(challenge, number)));
        return switch (outcome) {
            case SendOutcome.OnItsWay(ChallengeId challenge) -> challenge;
            default -> throw new IOException("not sent: " + outcome);
        };
    }

    private DeliveryPlan plan(Pending challenge, String number) {
        OneTimeCode code = codes.open(challenge.code(), challenge.terms()).orElseThrow();
        PlannedStep step =
                new PlannedStep(
                        Channel.SMS, new Destination(number), new Message.Code(code), 1, PATIENCE);
        List<Limit> limits =
                LIMITS.stream()
                        .map(name -> new Limit(name, number, UNREACHED, Duration.ofHours(1)))
                        .toList();
        return new DeliveryPlan(
                Method.SMS, limits, List.of(new PlannedRoute(UUID.randomUUID(), List.of(step))));
    }

    /** Follows a challenge as a page does, until it tells that the provider has taken the SMS. */
    public void awaitOutcome(ChallengeId challenge) throws InterruptedException {
        status.follow(
                challenge,
                now ->
                        Stream.ofNullable(now)
                                .flatMap(seen -> Stream.ofNullable(seen.delivery()))
                                .map(DeliveryStatus::progress)
                                .allMatch(Engine::open));
    }

    private static boolean open(Progress progress) {
        return progress == Progress.QUEUED || progress == Progress.CLAIMED;
    }

    @Override
    public void close() {
        context.close();
    }
}
