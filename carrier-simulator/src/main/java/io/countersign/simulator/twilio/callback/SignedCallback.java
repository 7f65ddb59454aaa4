package io.countersign.simulator.twilio.callback;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.countersign.simulator.twilio.SimulatedTwilioSettings;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Writes the requests that Twilio makes to its customers, signed. */
@Component
public class SignedCallback {

    private final SimulatedTwilioSettings twilio;
    private final CallbackSettings settings;
    private final CallbackClient client;

    SignedCallback(
            SimulatedTwilioSettings twilio, CallbackSettings settings, CallbackClient client) {
        this.twilio = twilio;
        this.settings = settings;
        this.client = client;
    }

    /** Returns when the report is made or has failed. */
    public void post(URI url, SortedMap<String, String> parameters) throws InterruptedException {
        client.send(posted(url, parameters));
    }

    /** Returns when the report is made or has failed; its parameters are in the address. */
    public void get(URI url, SortedMap<String, String> parameters) throws InterruptedException {
        client.send(fetched(url, parameters));
    }

    public HttpRequest posted(URI url, SortedMap<String, String> parameters) {
        return signed(url, parameters)
                .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                .POST(BodyPublishers.ofString(form(parameters)))
                .build();
    }

    public HttpRequest fetched(URI url, SortedMap<String, String> parameters) {
        String separator = url.getRawQuery() == null ? "?" : "&";
        return signed(URI.create(url + separator + form(parameters)), new TreeMap<>())
                .GET()
                .build();
    }

    private HttpRequest.Builder signed(URI url, SortedMap<String, String> parameters) {
        return HttpRequest.newBuilder(url)
                .timeout(settings.timeout())
                .header("User-Agent", "TwilioProxy/1.1")
                .header(
                        "X-Twilio-Signature",
                        TwilioSignature.of(url, parameters, twilio.authToken()));
    }

    private static String form(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }
}
