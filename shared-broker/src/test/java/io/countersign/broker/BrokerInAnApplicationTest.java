package io.countersign.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.countersign.broker.autoconfigure.EventIntake;
import io.countersign.events.Channel;
import io.countersign.events.EventTopics;
import io.countersign.stack.TestServers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.util.ClassUtils;

class BrokerInAnApplicationTest {

    private final ApplicationContextRunner application =
            new ApplicationContextRunner()
                    .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
                    .withConfiguration(AutoConfigurations.of(ownAutoConfigurations()))
                    .withPropertyValues(
                            "spring.kafka.bootstrap-servers="
                                    + TestServers.kafka().bootstrapServers(),
                            "countersign.broker.publish-within=1m");

    @Test
    void everyTopicIsThere() {
        application.run(
                context -> {
                    assertThat(context).hasNotFailed();
                    await().until(() -> topics().containsAll(expectedTopics()));
                });
    }

    @Test
    void healthAsksTheBroker() {
        application.run(context -> await().until(() -> status(context).equals(Status.UP)));
        application
                .withPropertyValues("spring.kafka.bootstrap-servers=nowhere.invalid:9092")
                .run(context -> assertThat(status(context)).isEqualTo(Status.DOWN));
    }

    @Test
    void anIntakeRunsForAsLongAsTheApplication() {
        application
                .withUserConfiguration(Taker.class)
                .run(
                        context -> {
                            EventIntake intake = context.getBean(EventIntake.class);
                            var _ =
                                    context.getBean(Broker.class)
                                            .publish(Taker.TOPIC, "", TestEvents.event("one"));

                            await().until(() -> context.getBean(Inbox.class).ids().contains("one"));
                            assertThat(intake.asks()).isTrue();

                            context.close();

                            assertThat(intake.isRunning()).isFalse();
                            assertThat(intake.asks()).isFalse();
                        });
    }

    @Test
    void anotherTypeOfBrokerLeavesKafkaOut() {
        application
                .withPropertyValues("countersign.broker.type=another")
                .run(
                        context ->
                                assertThat(context)
                                        .getFailure()
                                        .hasRootCauseInstanceOf(
                                                NoSuchBeanDefinitionException.class));
    }

    @Test
    void noTimeToPublishStopsTheStart() {
        application
                .withPropertyValues("countersign.broker.publish-within=0s")
                .run(
                        context ->
                                assertThat(context)
                                        .getFailure()
                                        .rootCause()
                                        .hasMessageContaining("countersign.broker")
                                        .hasMessageContaining("publishWithin"));
    }

    static final class Taker {

        static final Topic TOPIC = new Topic("application-" + UUID.randomUUID());

        @Bean
        Inbox inbox() {
            return Inbox.open();
        }

        @Bean
        EventIntake intake(Broker broker, Inbox inbox) {
            return new EventIntake(broker, TOPIC, "takers", inbox);
        }
    }

    private static Status status(ApplicationContext context) {
        return Objects.requireNonNull(context.getBean(HealthIndicator.class).health()).getStatus();
    }

    /** As this module announces them to Spring Boot. */
    private static Class<?>[] ownAutoConfigurations() {
        ClassLoader loader = BrokerInAnApplicationTest.class.getClassLoader();
        return StreamSupport.stream(
                        ImportCandidates.load(AutoConfiguration.class, loader).spliterator(), false)
                .filter(name -> name.startsWith("io.countersign.broker."))
                .map(name -> ClassUtils.resolveClassName(name, loader))
                .toArray(Class<?>[]::new);
    }

    private static List<String> expectedTopics() {
        List<String> names = new ArrayList<>(List.of(EventTopics.REPORTED, EventTopics.STATED));
        for (Channel channel : Channel.values()) {
            names.add(EventTopics.requested(channel));
            names.add(EventTopics.requested(channel) + ".dead");
        }
        return names;
    }

    private static List<String> topics() throws ExecutionException, InterruptedException {
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", TestServers.kafka().bootstrapServers()))) {
            return List.copyOf(admin.listTopics().names().get());
        }
    }
}
