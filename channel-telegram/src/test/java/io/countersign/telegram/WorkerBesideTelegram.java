package io.countersign.telegram;

import io.countersign.broker.Topic;
import io.countersign.channel.kit.RunningWorker;
import io.countersign.channel.kit.Surroundings;
import io.countersign.events.Channel;
import io.countersign.events.DeliveryRequested;
import io.countersign.events.EventTopics;
import io.countersign.events.id.ChallengeId;
import io.countersign.telegram.bot.TelegramStandIn;
import io.countersign.telegram.bot.TelegramStandIn.Seen;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The whole worker on real Kafka and Redis, with a stand-in for Telegram. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class WorkerBesideTelegram {

    static final Duration LIFETIME = Duration.ofMinutes(5);

    final Surroundings around = new Surroundings(Channel.TELEGRAM);
    final Questions questions = new Questions(around);
    final TelegramStandIn telegram = new TelegramStandIn();
    final AtomicLong people;
    RunningWorker worker;

    /**
     * @param firstPerson so that no two tests have a person in common
     */
    WorkerBesideTelegram(long firstPerson) {
        people = new AtomicLong(firstPerson);
    }

    /** The worker's own, each as {@code key=value}. */
    abstract String[] settings();

    @BeforeAll
    void start(@TempDir Path keys) {
        around.hear(new Topic(EventTopics.REPORTED), new Topic(EventTopics.STATED));
        worker = TelegramWorkerUnderTest.start(telegram.url(), around.gateway(), keys, settings());
    }

    @AfterAll
    void stop() {
        worker.close();
        telegram.close();
        around.close();
    }

    /** What was asked of the Bot API by this method for a chat. */
    List<Seen> inChat(String method, long chat) {
        return telegram.seen(method).stream()
                .filter(seen -> seen.parameters().path("chat_id").asString().equals("" + chat))
                .toList();
    }

    static ChallengeId challenge(DeliveryRequested request) {
        return (ChallengeId) request.subject();
    }
}
