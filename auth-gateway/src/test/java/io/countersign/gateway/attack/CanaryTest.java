package io.countersign.gateway.attack;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.events.Channel;
import io.countersign.events.EventTopics;
import io.countersign.events.content.NoticeKind;
import io.countersign.gateway.ApiClient;
import io.countersign.gateway.ApiClient.Answer;
import io.countersign.gateway.AuthenticatorApp;
import io.countersign.gateway.GatewayTest;
import io.countersign.gateway.MailInbox;
import io.countersign.stack.TestServers;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import java.io.StringWriter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Does everything once, and looks everywhere for what must be nowhere. */
@Tag("SECURITY-23")
@ExtendWith(OutputCaptureExtension.class)
class CanaryTest extends GatewayTest {

    private static final String SECRET = "canary-in-the-coal-mine-4711";

    /** What the links in mails show. */
    private final List<String> tokens = new ArrayList<>();

    @Autowired private MailInbox mails;
    @Autowired private JdbcClient jdbc;

    @Test
    void noCodeNoPasswordAndNoNumberIsKeptOrToldAnywhere(CapturedOutput output)
            throws SQLException {
        String number = newNumber();
        List<String> codes = doEverything(number);

        // A sound check: what may be known is found where it is looked for.
        assertThat(databaseDump())
                .contains("Canary's phone", number.substring(number.length() - 2));
        assertThat(redisDump()).contains("countersign");
        assertThat(topicsDump()).contains("countersign");
        Stream<String> secrets =
                Stream.of(
                                Stream.of(
                                        SECRET,
                                        encoded(SECRET),
                                        number.substring(1),
                                        national(number),
                                        encoded(number)),
                                codes.stream()
                                        .flatMap(
                                                code ->
                                                        code.length() > 6
                                                                ? Stream.of(code, hex(code))
                                                                : Stream.of(hex(code))),
                                tokens.stream())
                        .flatMap(each -> each);
        Map<String, String> places =
                Map.of(
                        "log", output.getAll(),
                        "database", databaseDump(),
                        "Redis", redisDump(),
                        "topics", topicsDump());
        assertThat(
                        secrets.flatMap(
                                secret ->
                                        places.entrySet().stream()
                                                .filter(place -> isIn(place.getValue(), secret))
                                                .map(place -> secret + " in " + place.getKey())))
                .isEmpty();
        places.values()
                .forEach(place -> assertThat(tokens(place)).doesNotContainAnyElementsOf(codes));
    }

    /** Signs up, adds a phone, mistypes, signs out, signs in, and looks at everything. */
    private List<String> doEverything(String number) {
        String email = UUID.randomUUID() + "@people.test";
        client().post("/api/v1/sign-up", Map.of("email", email));
        String token = mails.mail(email, NoticeKind.CONFIRM_ADDRESS).token();
        tokens.add(token);
        assertThat(
                        client().post(
                                        "/api/v1/sign-up/confirm",
                                        Map.of("token", token, "password", SECRET))
                                .status())
                .isEqualTo(204);
        client().signIn(email, SECRET + " mistyped");
        ApiClient client = client();
        client.signIn(email, SECRET);
        Answer begun =
                client.post(
                        "/api/v1/phones",
                        Map.of("number", number, "password", SECRET, "name", "Canary's phone"));
        String first = inbox.code(number, 1);
        String confirm = "/api/v1/phones/" + begun.text("id") + "/confirm";
        client.post(confirm, Map.of("code", first.equals("000000") ? "000001" : "000000"));
        assertThat(client.post(confirm, Map.of("code", first)).status()).isEqualTo(200);
        AuthenticatorApp app = AuthenticatorApp.connect(client, "Canary's app", SECRET);
        List<String> recovery =
                client.post("/api/v1/recovery-codes", Map.of("password", SECRET))
                        .body()
                        .path("codes")
                        .valueStream()
                        .map(JsonNode::asString)
                        .toList();
        client.post("/api/v1/sign-out", "");
        client.post(
                "/api/v1/phones", "{\"number\": \"" + number + "\", \"password\": [\"" + SECRET);
        client.post(
                "/api/v1/sign-in",
                "{\"email\": \"" + number + "\", \"password\": [\"" + SECRET + "\"]}");
        client.signIn(email, SECRET);
        String mistyped = app.wrongCode();
        client.answer(mistyped);
        client.post("/api/v1/challenge/send", Map.of("method", "SMS"));
        String second = inbox.code(number, 2);
        assertThat(client.answer(second).status()).isEqualTo(200);
        client.post("/api/v1/sign-out", "");
        client.signIn(email, SECRET);
        String third = app.code(0);
        assertThat(client.answer(third).status()).isEqualTo(200);
        client.post("/api/v1/sign-out", "");
        client.signIn(email, SECRET);
        assertThat(client.answer("RECOVERY_CODE", recovery.getFirst()).status()).isEqualTo(200);
        client.get("/api/v1/phones");
        client.get("/api/v1/history");
        client.visitor().get("/security");
        return Stream.of(
                        Stream.of(first, second, third, app.secret()),
                        recovery.stream(),
                        recovery.stream().map(code -> code.replace("-", "")))
                .flatMap(codes -> codes)
                .toList();
    }

    private String databaseDump() throws SQLException {
        StringWriter dump = new StringWriter();
        List<String> tables =
                jdbc.sql("select tablename from pg_tables where schemaname = 'public'")
                        .query((row, _) -> row.getString(1))
                        .list();
        assertThat(tables).contains("account", "phone", "sign_in", "spring_session_attributes");
        for (String table : tables) {
            jdbc.sql("select * from " + table).query((ResultSet row) -> write(row, dump));
        }
        return dump.toString();
    }

    private static void write(ResultSet row, StringWriter dump) throws SQLException {
        for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
            Object value = row.getObject(column);
            dump.append(value instanceof byte[] bytes ? plain(bytes) : String.valueOf(value))
                    .append(' ');
        }
        dump.append('\n');
    }

    private static String redisDump() {
        StringBuilder dump = new StringBuilder();
        try (RedisClient client = RedisClient.create(TestServers.redis().url())) {
            RedisCommands<byte[], byte[]> redis = client.connect(ByteArrayCodec.INSTANCE).sync();
            for (byte[] key : redis.keys("*")) {
                dump.append(plain(key)).append(' ');
                switch (redis.type(key)) {
                    case "hash" ->
                            redis.hgetall(key)
                                    .forEach(
                                            (field, value) ->
                                                    dump.append(plain(field))
                                                            .append(' ')
                                                            .append(plain(value))
                                                            .append(' '));
                    case "zset" ->
                            redis.zrange(key, 0, -1)
                                    .forEach(value -> dump.append(plain(value)).append(' '));
                    case "string" -> dump.append(plain(redis.get(key)));
                    default -> throw new AssertionError("look into a " + redis.type(key) + " too");
                }
                dump.append('\n');
            }
        }
        return dump.toString();
    }

    private static String topicsDump() {
        Properties settings = new Properties();
        settings.put(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, TestServers.kafka().bootstrapServers());
        StringBuilder dump = new StringBuilder();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    Stream.of(Channel.values())
                            .map(EventTopics::requested)
                            .flatMap(topic -> consumer.partitionsFor(topic).stream())
                            .map(info -> new TopicPartition(info.topic(), info.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> write(record, dump));
            }
        }
        return dump.toString();
    }

    private static void write(ConsumerRecord<byte[], byte[]> record, StringBuilder dump) {
        dump.append(record.topic()).append(' ').append(plain(record.key())).append(' ');
        record.headers().forEach(header -> dump.append(plain(header.value())).append(' '));
        dump.append(plain(record.value())).append('\n');
    }

    /** Readable where it is text, and also hexadecimal where it may be anything. */
    private static String plain(byte[] bytes) {
        return new String(bytes, ISO_8859_1) + " " + HexFormat.of().formatHex(bytes);
    }

    private static String encoded(String text) {
        return Base64.getEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(UTF_8))
                .substring(0, 12);
    }

    private static String national(String number) {
        return number.substring(2);
    }

    /** The same for hexadecimal digits, where times are kept as text. */
    private static boolean isIn(String place, String secret) {
        return secret.matches("(3[0-9]){6}")
                ? Pattern.compile("(?<!3[0-9])" + secret + "(?!3[0-9])").matcher(place).find()
                : place.contains(secret);
    }

    private static String hex(String code) {
        return HexFormat.of().formatHex(code.getBytes(UTF_8));
    }

    /** Six digits that stand alone: within ids, times and ciphertexts they turn up by chance. */
    private static Stream<String> tokens(String place) {
        return Pattern.compile("(?<![.0-9A-Za-z+/_=-])[0-9]{6}(?![0-9A-Za-z+/_=-])")
                .matcher(place)
                .results()
                .map(MatchResult::group);
    }
}
