package io.countersign.sms;

import io.countersign.channel.kit.RunningWorker;
import io.countersign.channel.kit.RunningWorker.Servers;
import io.countersign.channel.kit.TestGateway;
import io.countersign.events.Channel;
import io.countersign.twilio.TwilioStandIn;
import java.nio.file.Path;

/** The worker as the tests set it up, with a stand-in for Twilio. */
final class SmsWorkerUnderTest {

    static final String CALLBACKS = "https://sms.example.com";

    private SmsWorkerUnderTest() {}

    static RunningWorker start(
            Servers servers, TwilioStandIn twilio, TestGateway gateway, Path keys) {
        gateway.keys(Channel.SMS).write(keys.resolve("seal-sms.json"));
        return RunningWorker.start(
                SmsWorker.class,
                servers,
                keys,
                "spring.data.redis.timeout=10s",
                "countersign.worker.grace=2s",
                "countersign.worker.send-timeout=5s",
                "countersign.sms.site-host=login.example.com",
                "countersign.sms.twilio.base-url=" + twilio.url(),
                "countersign.sms.twilio.account-sid=" + TwilioStandIn.ACCOUNT,
                "countersign.sms.twilio.auth-token=" + TwilioStandIn.TOKEN,
                "countersign.sms.twilio.from=+12015550199",
                "countersign.sms.twilio.status-callback-base-url=" + CALLBACKS);
    }
}
