package io.countersign.email;

import io.countersign.channel.kit.RunningWorker;
import io.countersign.channel.kit.Surroundings;
import io.countersign.channel.kit.TestGateway;
import io.countersign.email.smtp.SmtpStandIn;
import io.countersign.events.Channel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/** The worker as the tests set it up, with a stand-in for the SMTP server. */
final class EmailWorkerUnderTest {

    static final String PASSWORD = "only-for-this-mail-server";

    private EmailWorkerUnderTest() {}

    static RunningWorker start(SmtpStandIn server, TestGateway gateway, Path keys, String... more) {
        gateway.keys(Channel.EMAIL).write(keys.resolve("seal-email.json"));
        String[] settings = {
            "countersign.email.site-host=login.example.com",
            "countersign.email.from=Example Security <security@example.com>",
            "countersign.email.smtp.host=127.0.0.1",
            "countersign.email.smtp.port=" + server.port(),
            "countersign.email.smtp.security=none",
            "countersign.email.smtp.username=worker",
            "countersign.email.smtp.password=" + PASSWORD
        };
        return RunningWorker.start(
                EmailWorker.class,
                Surroundings.servers(),
                keys,
                Stream.of(settings, more).flatMap(Arrays::stream).toArray(String[]::new));
    }
}
