package io.countersign.gateway;

import io.countersign.events.Statement;
import io.countersign.events.content.Destination;
import io.countersign.events.id.ChallengeId;
import io.countersign.identity.account.AccountId;
import io.countersign.identity.account.Accounts;
import io.countersign.identity.account.EmailAddress;
import io.countersign.identity.account.Password;
import io.countersign.identity.credential.PasswordHashes;
import io.countersign.identity.factor.phone.Phones;
import io.countersign.identity.factor.telegram.TelegramAccounts;
import io.countersign.stack.TestServers;
import io.countersign.stack.keys.KeyFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The gateway on a free port, with a real broker, Redis and PostgreSQL shared by all tests. */
@SpringBootTest(
        classes = GatewayApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = GatewayTest.Patience.class)
public abstract class GatewayTest {

    protected static final String PASSWORD = "a password only for tests";
    protected static final Path KEYS = keys();

    static {
        // After the applications, which would wait for them otherwise.
        TestServers.stopAt(SpringApplication.getShutdownHandlers()::add);
    }

    private static final TestServers.Database DATABASE = TestServers.freshDatabase();
    private static final AtomicInteger NEXT_NUMBER = new AtomicInteger();

    /** One hash for all: hashing is slow on purpose. */
    private static final Map<String, String> HASHES = new ConcurrentHashMap<>();

    @Autowired private Accounts accounts;
    @Autowired private Phones phones;
    @Autowired private TelegramAccounts telegram;
    @Autowired private PasswordHashes hashes;
    @Autowired protected SmsInbox inbox;
    @LocalServerPort private int port;

    /** Refusing quickly what takes long is not for a busy machine, where everything may. */
    static final class Patience extends WinningSettings {

        Patience() {
            super(
                    Map.of(
                            "spring.datasource.hikari.connection-timeout",
                            "60000",
                            "spring.data.redis.timeout",
                            "60s",
                            "server.tomcat.connection-timeout",
                            "60s",
                            "countersign.requests.within",
                            "60s",
                            "countersign.requests.body-within",
                            "60s"));
        }
    }

    @DynamicPropertySource
    protected static void servers(DynamicPropertyRegistry properties) {
        properties.add(
                "spring.kafka.bootstrap-servers", () -> TestServers.kafka().bootstrapServers());
        properties.add("spring.data.redis.url", () -> TestServers.redis().url());
        properties.add("spring.datasource.url", DATABASE::jdbcUrl);
        properties.add("spring.datasource.username", DATABASE::user);
        properties.add("spring.datasource.password", DATABASE::password);
        properties.add("countersign.keys.directory", KEYS::toString);
        properties.add("countersign.gateway.public-url", () -> "http://localhost");
        properties.add("countersign.telegram.bot-name", () -> "countersign_bot");
        properties.add("countersign.password.memory-kib", () -> 7168);
        properties.add("countersign.password.iterations", () -> 1);
        properties.add("countersign.sign-in.tries-per-address", () -> 1_000_000);
        properties.add("countersign.broker.publish-within", () -> "30s");
        properties.add("countersign.limits.per-address-hour", () -> 1_000_000);
        properties.add("countersign.requests.in-work", () -> 1_000_000);
        properties.add("countersign.requests.in-work-per-client", () -> 1_000_000);
        properties.add("countersign.requests.streams-per-client", () -> 1_000_000);
        properties.add("countersign.requests.streams-per-session", () -> 1_000_000);
        properties.add("countersign.requests.passwords-per-core", () -> 1_000_000);
        properties.add("countersign.requests.passwords-per-client", () -> 1_000_000);
        properties.add("countersign.requests.passwords-per-account", () -> 1_000_000);
        properties.add("countersign.sign-up.per-address-hour", () -> 1_000_000);
        properties.add("countersign.password-reset.per-address-hour", () -> 1_000_000);
    }

    /** A new visitor with an empty cookie jar. */
    protected Visitor visitor() {
        return new Visitor(port);
    }

    /** A new visitor who comes from this address of the loopback network. */
    protected Visitor from(String address) {
        return new Visitor(port, address);
    }

    /** A new client of the API. */
    protected ApiClient client() {
        return new ApiClient(visitor());
    }

    /** A number that nobody has yet. */
    protected static String newNumber() {
        return "+1201555%04d".formatted(NEXT_NUMBER.incrementAndGet());
    }

    /** A new account with a phone of its own. */
    protected Person person() {
        Person person = personWithoutPhone();
        phones.addConfirmed(person.account(), new Destination(person.phone()), "US", "Phone");
        return person;
    }

    /** Links a Telegram account; returns its chat. */
    protected String linkTelegram(Person person) {
        long user = ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);
        telegram.add(
                person.account(),
                "Phone",
                new Statement.Linked(
                        ChallengeId.next(new SecureRandom()), user, user, "Anna", null));
        return Long.toString(user);
    }

    /** A new account that has no second factor. */
    protected Person personWithoutPhone() {
        AccountId id = AccountId.next();
        String email = id + "@people.test";
        accounts.add(
                id,
                EmailAddress.parse(email).orElseThrow(),
                HASHES.computeIfAbsent(PASSWORD, this::hash),
                "en");
        return new Person(id, email, newNumber());
    }

    private String hash(String password) {
        return hashes.hash(new Password(password));
    }

    /** A person with an account, and the phone that would be theirs. */
    protected record Person(AccountId account, String email, String phone) {}

    private static Path keys() {
        try {
            Path folder = Files.createTempDirectory("countersign-keys");
            new KeyFolder(folder).complete(new SecureRandom());
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
