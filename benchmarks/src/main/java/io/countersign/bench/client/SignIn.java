package io.countersign.bench.client;

import io.countersign.bench.people.Person;
import io.countersign.bench.stack.SmsProvider;
import io.countersign.bench.stack.SmsProvider.Sms;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.JsonNode;

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
            var _ = password(visitor, person);
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
    static SignIn byApp(Clients clients, URI gateway, AppCodes codes) {
        return person -> {
            Visitor visitor = new Visitor(clients.any(), gateway);
            visitor.arrive();
            var _ = password(visitor, person);
            long answers = System.nanoTime();
            visitor.post(
                    "/api/v1/challenge/answer",
                    Map.of("method", "TOTP", "code", codes.now(person)));
            return new Times(0, System.nanoTime() - answers);
        };
    }

    /** By the password alone, which is enough for an account that has no second factor. */
    static SignIn byPassword(Clients clients, URI gateway) {
        return person -> {
            Visitor visitor = new Visitor(clients.any(), gateway);
            visitor.arrive();
            JsonNode answer = password(visitor, person);
            if (!answer.path("challenge").isNull()) {
                throw new IOException("asked for a second factor: " + person);
            }
            return new Times(0, 0);
        };
    }

    private static JsonNode password(Visitor visitor, Person person)
            throws IOException, InterruptedException {
        return visitor.post(
                "/api/v1/sign-in", Map.of("email", person.email(), "password", Person.PASSWORD));
    }
}
