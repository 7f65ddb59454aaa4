package io.countersign.voice;

import io.countersign.channel.kit.RunningWorker;
import io.countersign.channel.kit.RunningWorker.Servers;
import io.countersign.channel.kit.TestGateway;
import io.countersign.events.Channel;
import io.countersign.twilio.TwilioStandIn;
import java.nio.file.Path;

/** The worker as the tests set it up, with a stand-in for Twilio. */
final class VoiceWorkerUnderTest {

    static final String CALLBACKS = "https://voice.example.com";

    private VoiceWorkerUnderTest() {}

    static RunningWorker start(
            Servers servers, TwilioStandIn twilio, TestGateway gateway, Path keys) {
        gateway.keys(Channel.VOICE).write(keys.resolve("seal-voice.json"));
        return RunningWorker.start(
                VoiceWorker.class,
                servers,
                keys,
                "spring.data.redis.timeout=10s",
                "countersign.worker.grace=2s",
                "countersign.worker.send-timeout=5s",
                "countersign.voice.numbers=" + String.join(",", TestPool.ofHundred()),
                "countersign.voice.twilio.base-url=" + twilio.url(),
                "countersign.voice.twilio.account-sid=" + TwilioStandIn.ACCOUNT,
                "countersign.voice.twilio.auth-token=" + TwilioStandIn.TOKEN,
                "countersign.voice.twilio.status-callback-base-url=" + CALLBACKS);
    }
}
