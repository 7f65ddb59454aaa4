package io.countersign.bench.client;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import io.countersign.bench.people.Person;
import io.countersign.bench.stack.SmsProvider;
import io.countersign.bench.stack.SmsProvider.Sms;
import java.io.IOException;
import java.net.URI;
import java.security.InvalidKeyException;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/** A whole sign-in by the API, from the first request to the session. */
@FunctionalInterface
public interface SignIn {

    /**
     * When what happened.
     *
     * @param codeAt when the code reached the provider, as {@link System#nanoTime()}; 0 where none
     *     was sent
     * @param answered nanoseconds from the second factor's request to its answer
     */
    record Times(long codeAt, long answered) {}

    /**
     * Signs a person in.
     *
     * @throws IOException when it did not succeed
     */
    Times of(Person person) throws IOException, InterruptedException;

    /** By a code from an SMS. */
    static SignIn bySms(Clients clients, URI gateway, SmsProvider provider) {
        return person -> {
            Visitor visitor = new Visitor(clients.any(), gateway);
            visitor.arrive();
            CompletableFuture<Sms> sms = provider.next(person.number());
            password(visitor, person);
            try {
                Sms arrived = sms.get(30, TimeUnit.SECONDS);
                long answers = System.nanoTime();
                visitor.post("/api/v1/challenge/answer", Map.of("code", arrived.code()));
                return new Times(arrived.at(), System.nanoTime() - answers);
            } catch (ExecutionException | TimeoutException e) {
                throw new IOException("no SMS for " + person, e);
            }
        };
    }

    /** By the code of an authenticator app. */
    static SignIn byApp(Clients clients, URI gateway, InstantSource clock) {
        TimeBasedOneTimePasswordGenerator codes = new TimeBasedOneTimePasswordGenerator();
        return person -> {
            Visitor visitor = new Visitor(clients.any(), gateway);
            visitor.arrive();
            password(visitor, person);
            long answers = System.nanoTime();
            visitor.post(
                    "/api/v1/challenge/answer",
                    Map.of("method", "TOTP", "code", code(codes, person, clock)));
            return new Times(0, System.nanoTime() - answers);
        };
    }

    private static void password(Visitor visitor, Person person)
            throws IOException, InterruptedException {
        visitor.post(
                "/api/v1/sign-in", Map.of("email", person.email(), "password", Person.PASSWORD));
    }

    private static String code(
            TimeBasedOneTimePasswordGenerator codes, Person person, InstantSource clock)
            throws IOException {
        try {
            return codes.generateOneTimePasswordString(
                    new SecretKeySpec(new Base32().decode(person.secret()), "RAW"),
                    clock.instant());
        } catch (InvalidKeyException e) {
            throw new IOException(e);
        }
    }
}
