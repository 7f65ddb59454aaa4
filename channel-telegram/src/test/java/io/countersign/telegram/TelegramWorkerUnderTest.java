package io.countersign.telegram;

import io.countersign.channel.kit.RunningWorker;
import io.countersign.channel.kit.Surroundings;
import io.countersign.channel.kit.TestGateway;
import io.countersign.events.Channel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/** The worker as the tests set it up, with a stand-in for Telegram. */
final class TelegramWorkerUnderTest {

    private TelegramWorkerUnderTest() {}

    /**
     * @param telegram its address
     * @param settings further ones, each as {@code key=value}
     */
    static RunningWorker start(
            String telegram, TestGateway gateway, Path keys, String... settings) {
        gateway.keys(Channel.TELEGRAM).write(keys.resolve("seal-telegram.json"));
        Stream<String> usual =
                Stream.of(
                        "countersign.worker.grace=2s",
                        "countersign.worker.send-timeout=20s",
                        "countersign.telegram.base-url=" + telegram);
        return RunningWorker.start(
                TelegramWorker.class,
                Surroundings.servers(),
                keys,
                Stream.concat(usual, Arrays.stream(settings)).toArray(String[]::new));
    }
}
