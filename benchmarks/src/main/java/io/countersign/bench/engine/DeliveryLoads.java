package io.countersign.bench.engine;

import io.countersign.bench.client.SignIn;
import io.countersign.bench.load.Load;
import io.countersign.bench.people.Person;
import io.countersign.bench.stack.SmsProvider;
import io.countersign.bench.stack.SmsProvider.Sms;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

/** Loads of deliveries alone: no account, no password, no page. */
public final class DeliveryLoads implements AutoCloseable {

    private static final Duration LIFETIME = Duration.ofMinutes(5);
    private static final int PATIENCE_SECONDS = 120;
    private static final int NUMBERS = 5_000;
    private static final int CROWD = 32;

    private final Engine engine;
    private final SmsProvider provider;
    private double most;

    public DeliveryLoads(StackServers servers, SmsProvider provider) {
        this.engine = new Engine(servers, LIFETIME);
        this.provider = provider;
    }

    /**
     * To numbers that begin like this, each over when the provider has the SMS.
     *
     * @param prefix a plus sign and four digits
     */
    public Load to(String prefix) {
        return new Load(this::one, numbers(prefix));
    }

    /** The most a second that get through, looked for once. */
    public double most(Duration length) {
        if (most == 0) {
            Load load = to("+1212");
            load.saturated(CROWD, length);
            most = load.saturated(CROWD, length).proven().rate();
        }
        return most;
    }

    private SignIn.Times one(Person person) throws IOException, InterruptedException {
        CompletableFuture<Sms> sms = provider.next(person.number());
        var _ = engine.send(person.number());
        try {
            return new SignIn.Times(sms.get(PATIENCE_SECONDS, TimeUnit.SECONDS).at(), 0);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("no SMS for " + person.number(), e);
        }
    }

    /** Phones without people. */
    public static List<Person> numbers(String prefix) {
        return IntStream.range(0, NUMBERS)
                .mapToObj(index -> new Person("", prefix + "%07d".formatted(2_000_000 + index), ""))
                .toList();
    }

    @Override
    public void close() {
        engine.close();
    }
}
