package io.countersign.simulator.twilio.voice;

import io.countersign.simulator.twilio.callback.CallbackSettings;
import io.countersign.simulator.twilio.callback.SignedCallback;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import java.util.SortedMap;
import org.springframework.stereotype.Component;

/** Asks the customer what to do with a call. */
@Component
class InstructionsClient {

    private final SignedCallback callback;
    private final HttpClient http;

    InstructionsClient(SignedCallback callback, CallbackSettings settings) {
        this.callback = callback;
        this.http =
                HttpClient.newBuilder()
                        .version(Version.HTTP_1_1)
                        .followRedirects(Redirect.NEVER)
                        .connectTimeout(settings.timeout())
                        .build();
    }

    /** Empty if there is no good answer. */
    Optional<String> fetch(Instructions.Address address, SortedMap<String, String> parameters)
            throws InterruptedException {
        HttpRequest request =
                address.get()
                        ? callback.fetched(address.url(), parameters)
                        : callback.posted(address.url(), parameters);
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            return answer.statusCode() == 200 ? Optional.of(answer.body()) : Optional.empty();
        } catch (IOException unreachable) {
            return Optional.empty();
        }
    }
}
