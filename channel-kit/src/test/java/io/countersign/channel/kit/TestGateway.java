package io.countersign.channel.kit;

import io.countersign.delivery.Head;
import io.countersign.delivery.Queued;
import io.countersign.delivery.store.Deliveries;
import io.countersign.events.Channel;
import io.countersign.events.DeliveryRequested;
import io.countersign.events.EventCodec;
import io.countersign.events.Purpose;
import io.countersign.events.RouteStep;
import io.countersign.events.StepBinding;
import io.countersign.events.WireEvent;
import io.countersign.events.content.Destination;
import io.countersign.events.content.Message;
import io.countersign.events.content.OneTimeCode;
import io.countersign.events.content.StepContent;
import io.countersign.events.id.ChallengeId;
import io.countersign.events.id.HandOverToken;
import io.countersign.events.id.NoticeId;
import io.countersign.events.seal.SealingKeys;
import io.countersign.events.seal.StepOpener;
import io.countersign.events.seal.StepSealer;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Requests deliveries as the gateway does: stores them as queued, seals them and encodes them. */
public final class TestGateway {

    /** What a person must receive and nobody else may see. */
    public static final OneTimeCode CODE = new OneTimeCode("042137");

    public static final Destination PHONE = new Destination("+12015550123");
    public static final Duration LIFETIME = Duration.ofMinutes(5);
    public static final Duration NOTICE_LIFETIME = Duration.ofDays(3);

    private static final Message CODE_MESSAGE = new Message.Code(CODE);
    private static final SecureRandom RANDOM = new SecureRandom();
    public static final Duration PATIENCE = Duration.ofSeconds(30);

    private final EventCodec codec = new EventCodec("/countersign/test-gateway");
    private final Map<Channel, TestKeys> keys = new EnumMap<>(Channel.class);
    private final Deliveries store;
    private final Clock clock;

    public TestGateway(Deliveries store, Clock clock) {
        this.store = store;
        this.clock = clock;
        for (Channel channel : Channel.values()) {
            keys.put(channel, new TestKeys());
        }
    }

    public TestKeys keys(Channel channel) {
        return Objects.requireNonNull(keys.get(channel));
    }

    /** Opens what this gateway seals for the channel. */
    public StepOpener opener(Channel channel) {
        return new StepOpener(keys(channel).sealing());
    }

    /** A new challenge's request whose steps may each be tried so often. */
    public DeliveryRequested requestTrying(int tries, Channel... route) {
        return queued(sealed("en", tries, CODE_MESSAGE, route));
    }

    /** A new challenge's request, its first delivery queued. */
    public DeliveryRequested request(Channel... route) {
        return request("en", route);
    }

    /** A new challenge's request to a person of the given language, its first delivery queued. */
    public DeliveryRequested request(String locale, Channel... route) {
        return queued(sealed(locale, 1, CODE_MESSAGE, route));
    }

    /** A new challenge's request that says something of its own. */
    public DeliveryRequested request(Message message, Channel... route) {
        return queued(sealed("en", 1, message, route));
    }

    /** A new notice's request by e-mail, its delivery queued. */
    public DeliveryRequested notice(Destination to, Message notice, String locale) {
        NoticeId id = NoticeId.next(RANDOM);
        Instant deadline = clock.instant().plus(NOTICE_LIFETIME);
        RouteStep step =
                sealer().seal(
                                StepContent.single(to, notice, locale, PATIENCE),
                                new StepBinding(
                                        Purpose.NOTICE, id, 1, 0, 1, Channel.EMAIL, deadline));
        return queued(
                new DeliveryRequested(
                        id,
                        Purpose.NOTICE,
                        clock.instant(),
                        deadline,
                        1,
                        0,
                        List.of(step),
                        null,
                        null));
    }

    /** The same to somewhere else than the phone. */
    public DeliveryRequested request(Destination to, Message message, Channel... route) {
        return queued(sealed("en", 1, to, message, route));
    }

    private DeliveryRequested queued(DeliveryRequested request) {
        store.queue(
                new Queued(
                        new Head(
                                request.delivery(1),
                                request.currentStep().channel(),
                                request.deadline())));
        return request;
    }

    /** The same, but the store has no record of it. */
    public DeliveryRequested unrecorded(Channel... route) {
        return sealed("en", 1, CODE_MESSAGE, route);
    }

    public WireEvent encode(DeliveryRequested request) {
        return codec.encode(request);
    }

    private DeliveryRequested sealed(String locale, int tries, Message message, Channel... route) {
        return sealed(locale, tries, PHONE, message, route);
    }

    private DeliveryRequested sealed(
            String locale, int tries, Destination to, Message message, Channel... route) {
        ChallengeId challenge = ChallengeId.next(RANDOM);
        Instant deadline = clock.instant().plus(LIFETIME);
        StepSealer sealer = sealer();
        List<RouteStep> steps = new ArrayList<>();
        HandOverToken baton = null;
        for (int i = 0; i < route.length; i++) {
            HandOverToken next = i + 1 < route.length ? HandOverToken.next(RANDOM) : null;
            steps.add(
                    sealer.seal(
                            content(locale, tries, to, message, baton, next),
                            new StepBinding(
                                    Purpose.SIGN_IN,
                                    challenge,
                                    1,
                                    i,
                                    route.length,
                                    route[i],
                                    deadline)));
            baton = next;
        }
        return new DeliveryRequested(
                challenge, Purpose.SIGN_IN, clock.instant(), deadline, 1, 0, steps, null, null);
    }

    private static StepContent content(
            String locale,
            int tries,
            Destination to,
            Message message,
            @Nullable HandOverToken baton,
            @Nullable HandOverToken nextBaton) {
        return new StepContent(to, message, locale, tries, PATIENCE, baton, nextBaton);
    }

    private StepSealer sealer() {
        Map<Channel, SealingKeys> sealing = new EnumMap<>(Channel.class);
        keys.forEach((channel, one) -> sealing.put(channel, one.sealing()));
        return new StepSealer(sealing);
    }
}
