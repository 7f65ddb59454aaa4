package io.countersign.stack.up;

import io.countersign.stack.application.Application;
import io.countersign.stack.application.ExecutableJar;
import io.countersign.stack.application.UnpackedJar;
import io.countersign.stack.keys.KeyFolder;
import io.countersign.stack.keys.Secret;
import io.countersign.stack.process.JavaProgram;
import io.countersign.stack.settings.Endpoint;
import io.countersign.stack.settings.Settings;
import io.countersign.stack.settings.StartRefused;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Countersign's own applications, and the settings that tie them to one stack. */
final class Countersign {

    static final String DATABASE = "countersign";

    private static final String SMS_SENDER = "+12015550100";
    private static final String SMTP_USER = "countersign";

    private final Settings settings;
    private final Servers servers;
    private final KeyFolder keys;

    private Countersign(Settings settings, Servers servers, KeyFolder keys) {
        this.settings = settings;
        this.servers = servers;
        this.keys = keys;
    }

    /** The {@link Catalogue} of a checkout. */
    static List<Application> applications(Settings settings, Servers servers, KeyFolder keys)
            throws IOException, StartRefused {
        return new Countersign(settings, servers, keys).all();
    }

    private List<Application> all() throws IOException, StartRefused {
        List<Application> applications = new ArrayList<>();
        applications.add(simulator());
        applications.add(smsWorker("channel-sms", port(Endpoint.SMS)));
        for (int number = 2; number <= settings.smsWorkers().count(); number++) {
            applications.add(
                    smsWorker("channel-sms-" + number, settings.smsWorkers().port(number)));
        }
        applications.add(voiceWorker());
        applications.add(telegramWorker());
        applications.add(emailWorker());
        applications.add(gateway());
        return applications;
    }

    private Application simulator() throws IOException, StartRefused {
        Map<String, String> environment = new HashMap<>();
        environment.put("SIMULATOR_TWILIO_ACCOUNT_SID", keys.read(Secret.TWILIO_ACCOUNT_SID));
        environment.put("SIMULATOR_TWILIO_AUTH_TOKEN", keys.read(Secret.TWILIO_AUTH_TOKEN));
        environment.put("SIMULATOR_TELEGRAM_BOT_TOKEN", keys.read(Secret.TELEGRAM_BOT_TOKEN));
        environment.put("SIMULATOR_SMTP_PORT", Integer.toString(port(Endpoint.SMTP)));
        environment.put("SIMULATOR_SMTP_USERNAME", SMTP_USER);
        environment.put("SIMULATOR_SMTP_PASSWORD", keys.read(Secret.SMTP_PASSWORD));
        return application(
                "carrier-simulator",
                ExecutableJar.of("carrier-simulator", settings.checkout()),
                port(Endpoint.SIMULATOR),
                96,
                environment);
    }

    private Application smsWorker(String name, int port) throws IOException, StartRefused {
        Map<String, String> environment = shared();
        environment.put("COUNTERSIGN_SMS_SITE_HOST", Demonstration.HOST);
        environment.put(
                "COUNTERSIGN_SMS_TWILIO_BASE_URL",
                Objects.requireNonNullElse(
                        settings.smsProvider(), "http://127.0.0.1:" + port(Endpoint.SIMULATOR)));
        environment.put("COUNTERSIGN_SMS_TWILIO_ACCOUNT_SID", keys.read(Secret.TWILIO_ACCOUNT_SID));
        environment.put("COUNTERSIGN_SMS_TWILIO_AUTH_TOKEN", keys.read(Secret.TWILIO_AUTH_TOKEN));
        environment.put("COUNTERSIGN_SMS_TWILIO_FROM", SMS_SENDER);
        environment.put(
                "COUNTERSIGN_SMS_TWILIO_STATUS_CALLBACK_BASE_URL", "http://127.0.0.1:" + port);
        return application(
                name, ExecutableJar.of("channel-sms", settings.checkout()), port, 128, environment);
    }

    private Application voiceWorker() throws IOException, StartRefused {
        Map<String, String> environment = shared();
        int port = port(Endpoint.VOICE);
        environment.put("COUNTERSIGN_VOICE_NUMBERS", Demonstration.callingNumbers());
        environment.put(
                "COUNTERSIGN_VOICE_TWILIO_BASE_URL",
                "http://127.0.0.1:" + port(Endpoint.SIMULATOR));
        environment.put(
                "COUNTERSIGN_VOICE_TWILIO_ACCOUNT_SID", keys.read(Secret.TWILIO_ACCOUNT_SID));
        environment.put("COUNTERSIGN_VOICE_TWILIO_AUTH_TOKEN", keys.read(Secret.TWILIO_AUTH_TOKEN));
        environment.put(
                "COUNTERSIGN_VOICE_TWILIO_STATUS_CALLBACK_BASE_URL", "http://127.0.0.1:" + port);
        return application(
                "channel-voice",
                ExecutableJar.of("channel-voice", settings.checkout()),
                port,
                128,
                environment);
    }

    private Application telegramWorker() throws IOException, StartRefused {
        Map<String, String> environment = shared();
        environment.put("COUNTERSIGN_TELEGRAM_BOT_TOKEN", keys.read(Secret.TELEGRAM_BOT_TOKEN));
        environment.put(
                "COUNTERSIGN_TELEGRAM_BASE_URL", "http://127.0.0.1:" + port(Endpoint.SIMULATOR));
        return application(
                "channel-telegram",
                ExecutableJar.of("channel-telegram", settings.checkout()),
                port(Endpoint.TELEGRAM),
                128,
                environment);
    }

    private Application emailWorker() throws IOException, StartRefused {
        Map<String, String> environment = shared();
        environment.put("COUNTERSIGN_EMAIL_SITEHOST", Demonstration.HOST);
        environment.put("COUNTERSIGN_EMAIL_FROM", Demonstration.SENDER);
        environment.put("COUNTERSIGN_EMAIL_SMTP_HOST", "127.0.0.1");
        environment.put("COUNTERSIGN_EMAIL_SMTP_PORT", Integer.toString(port(Endpoint.SMTP)));
        environment.put("COUNTERSIGN_EMAIL_SMTP_SECURITY", "none");
        environment.put("COUNTERSIGN_EMAIL_SMTP_USERNAME", SMTP_USER);
        environment.put("COUNTERSIGN_EMAIL_SMTP_PASSWORD", keys.read(Secret.SMTP_PASSWORD));
        return application(
                "channel-email",
                ExecutableJar.of("channel-email", settings.checkout()),
                port(Endpoint.EMAIL),
                96,
                environment);
    }

    private Application gateway() throws IOException, StartRefused {
        Map<String, String> environment = shared();
        environment.put("SPRING_DATASOURCE_URL", servers.postgres().jdbcUrl(DATABASE));
        environment.put("SPRING_DATASOURCE_USERNAME", servers.postgres().user());
        environment.put("SPRING_DATASOURCE_PASSWORD", servers.postgres().password());
        environment.put("COUNTERSIGN_GATEWAY_PUBLIC_URL", Demonstration.login(settings.ports()));
        environment.put("COUNTERSIGN_TELEGRAM_BOT_NAME", "countersign_bot");
        environment.put(
                "COUNTERSIGN_TELEGRAM_LINK_BASE_URL",
                Demonstration.telegramLinks(settings.ports()));
        environment.put("COUNTERSIGN_REMEMBEREDDEVICES_LIFETIME", "30d");
        environment.putAll(Demonstration.limits());
        environment.put("COUNTERSIGN_DEMO_EMAIL", Demonstration.EMAIL);
        environment.put("COUNTERSIGN_DEMO_PASSWORD", Demonstration.PASSWORD);
        environment.put("COUNTERSIGN_DEMO_PHONE", Demonstration.PHONE);
        return application(
                "auth-gateway",
                ExecutableJar.of("auth-gateway", settings.checkout()),
                port(Endpoint.GATEWAY),
                ExecutableJar.hashingFlags(208),
                environment);
    }

    private Map<String, String> shared() {
        Map<String, String> environment = new HashMap<>();
        environment.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", servers.kafka().bootstrapServers());
        environment.put("SPRING_DATA_REDIS_URL", servers.redis().url());
        environment.put("COUNTERSIGN_KEYS_DIRECTORY", keys.path().toString());
        return environment;
    }

    private static Application application(
            String name, Path jar, int port, int heapMegabytes, Map<String, String> environment)
            throws IOException {
        return application(name, jar, port, ExecutableJar.flags(heapMegabytes), environment);
    }

    private static Application application(
            String name, Path jar, int port, List<String> flags, Map<String, String> environment)
            throws IOException {
        UnpackedJar unpacked = UnpackedJar.of(jar);
        environment.put("SERVER_PORT", Integer.toString(port));
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        return new Application(
                new JavaProgram(
                        name,
                        flags,
                        ExecutableJar.classPath(unpacked),
                        unpacked.mainClass(),
                        environment),
                port);
    }

    private int port(Endpoint endpoint) {
        return settings.ports().of(endpoint);
    }
}
