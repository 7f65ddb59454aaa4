package io.countersign.bench.engine;

import io.countersign.broker.Broker;
import io.countersign.broker.kafka.KafkaBroker;
import io.countersign.broker.kafka.KafkaSettings;
import io.countersign.challenge.redis.RedisChanges;
import io.countersign.challenge.redis.RedisStore;
import io.countersign.challenge.redis.SharedConnection;
import io.countersign.engine.keys.GatewayKeys;
import io.countersign.engine.open.ChallengeSettings;
import io.countersign.engine.send.CallSettings;
import io.countersign.events.Channel;
import io.countersign.events.EventCodec;
import io.countersign.events.seal.SealingKeys;
import io.countersign.events.seal.StepSealer;
import io.countersign.liveness.redis.RedisWorkerLiveness;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Puts the engine together from its own components, as the gateway does, and with its settings. */
final class EngineContext {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private EngineContext() {}

    static ConfigurableApplicationContext start(StackServers servers, ChallengeSettings settings) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        RedisClient redis = RedisClient.create(servers.redis());
        redis.setOptions(
                ClientOptions.builder()
                        .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                        .build());
        SharedConnection connection = new SharedConnection(redis, PATIENCE);
        Clock clock = Clock.systemUTC();
        context.registerBean(
                RedisClient.class, () -> redis, bean -> bean.setDestroyMethodName("shutdown"));
        context.registerBean(RedisStore.class, () -> new RedisStore(connection, clock));
        context.registerBean(RedisChanges.class, () -> RedisChanges.of(redis));
        context.registerBean(RedisWorkerLiveness.class, () -> new RedisWorkerLiveness(connection));
        context.registerBean(Broker.class, () -> broker(servers));
        context.registerBean(GatewayKeys.class, () -> GatewayKeys.read(servers.keys()));
        context.registerBean(StepSealer.class, () -> sealer(servers));
        context.registerBean(EventCodec.class, () -> new EventCodec("/countersign/bench"));
        context.registerBean(SecureRandom.class, () -> new SecureRandom());
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(ChallengeSettings.class, () -> settings);
        context.registerBean(
                CallSettings.class,
                () ->
                        new CallSettings(
                                CallSettings.Code.CALLING_NUMBER, 2, Duration.ofSeconds(45), 3));
        context.scan(
                "io.countersign.engine.open",
                "io.countersign.engine.send",
                "io.countersign.engine.status");
        context.refresh();
        return context;
    }

    private static Broker broker(StackServers servers) {
        return new KafkaBroker(
                KafkaSettings.defaults(Map.of("bootstrap.servers", servers.kafka()))
                        .publishingWithin(PATIENCE));
    }

    private static StepSealer sealer(StackServers servers) {
        return new StepSealer(
                Map.of(Channel.SMS, SealingKeys.read(servers.keys().resolve("seal-sms.json"))));
    }
}
