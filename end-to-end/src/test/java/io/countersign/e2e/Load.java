package io.countersign.e2e;

import io.countersign.broker.Broker;
import io.countersign.broker.PublishOutcome;
import io.countersign.broker.SubscriptionLimits;
import io.countersign.broker.Topic;
import io.countersign.broker.kafka.KafkaBroker;
import io.countersign.broker.kafka.KafkaSettings;
import io.countersign.challenge.Method;
import io.countersign.challenge.Pending;
import io.countersign.challenge.Round;
import io.countersign.challenge.SealedCode;
import io.countersign.challenge.Terms;
import io.countersign.challenge.redis.RedisStore;
import io.countersign.challenge.redis.SharedConnection;
import io.countersign.challenge.store.Dispatch;
import io.countersign.delivery.Head;
import io.countersign.delivery.Queued;
import io.countersign.events.Channel;
import io.countersign.events.DeliveryRequested;
import io.countersign.events.EventCodec;
import io.countersign.events.EventTopics;
import io.countersign.events.Purpose;
import io.countersign.events.StepBinding;
import io.countersign.events.content.Destination;
import io.countersign.events.content.Message;
import io.countersign.events.content.OneTimeCode;
import io.countersign.events.content.StepContent;
import io.countersign.events.id.ChallengeId;
import io.countersign.events.id.DeliveryId;
import io.countersign.events.seal.SealingKeys;
import io.countersign.events.seal.StepSealer;
import io.countersign.stack.own.OwnStack;
import io.countersign.test.Patience;
import io.lettuce.core.RedisClient;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Opens challenges and asks for their delivery as the gateway does, only faster. */
record Load(RedisClient redis, RedisStore store, Broker broker, StepSealer sealer)
        implements AutoCloseable {

    private static final SecureRandom RANDOM = new SecureRandom();
    static final Duration LIFETIME = Duration.ofMinutes(5);

    static Load on(OwnStack stack) {
        RedisClient redis = RedisClient.create(stack.redis());
        return new Load(
                redis,
                new RedisStore(new SharedConnection(redis, Patience.LONG), Clock.systemUTC()),
                new KafkaBroker(
                        new KafkaSettings(
                                Map.of("bootstrap.servers", stack.kafka()),
                                Patience.LONG,
                                Duration.ZERO,
                                12,
                                0,
                                SubscriptionLimits.DEFAULTS)),
                new StepSealer(
                        Map.of(
                                Channel.SMS,
                                SealingKeys.read(stack.keys().resolve("seal-sms.json")))));
    }

    /**
     * Asks for so many deliveries, to as many numbers.
     *
     * @param midway when to do the disturbance, which happens once and at the latest at the end
     */
    List<DeliveryId> request(int count, BooleanSupplier midway, Runnable disturbance) {
        List<DeliveryId> asked = new ArrayList<>();
        boolean disturbed = false;
        for (int i = 0; i < count; i++) {
            asked.add(request("+1212555%04d".formatted(i)));
            if (!disturbed && i % 20 == 19 && midway.getAsBoolean()) {
                disturbance.run();
                disturbed = true;
            }
        }
        if (!disturbed) {
            disturbance.run();
        }
        return asked;
    }

    private DeliveryId request(String number) {
        Instant now = store.now();
        ChallengeId id = ChallengeId.next(RANDOM);
        Terms terms = new Terms(id, Purpose.SIGN_IN, "load", "load", now, now.plus(LIFETIME));
        Round round = new Round(1, Method.SMS, "load", List.of(Channel.SMS), now);
        DeliveryId delivery = round.firstDelivery(id);
        Queued queued = new Queued(new Head(delivery, Channel.SMS, terms.deadline()));
        var _ =
                store.open(
                        new Pending(terms, 5, SealedCode.none(), List.of(round)),
                        new Dispatch(List.of(queued), List.of()));
        publish(event(terms, number));
        return delivery;
    }

    private DeliveryRequested event(Terms terms, String number) {
        StepBinding binding =
                new StepBinding(
                        terms.purpose(), terms.id(), 1, 0, 1, Channel.SMS, terms.deadline());
        StepContent content =
                StepContent.single(
                        new Destination(number),
                        new Message.Code(OneTimeCode.next(RANDOM)),
                        "en",
                        Duration.ofSeconds(30));
        return new DeliveryRequested(
                terms.id(),
                terms.purpose(),
                terms.openedAt(),
                terms.deadline(),
                1,
                0,
                List.of(sealer.seal(content, binding)),
                null,
                null);
    }

    private void publish(DeliveryRequested event) {
        PublishOutcome outcome =
                broker.publish(
                        new Topic(EventTopics.requested(Channel.SMS)),
                        event.subject().value(),
                        new EventCodec("/countersign/load").encode(event));
        if (outcome instanceof PublishOutcome.NotPublished(String reason)) {
            throw new IllegalStateException(reason);
        }
    }

    @Override
    public void close() {
        broker.close();
        redis.shutdown();
    }
}
