package io.countersign.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import io.countersign.test.Patience;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The running simulator as seen over the wire. */
public final class Simulator {

    public static final String ACCOUNT_SID = "AC0123456789abcdef0123456789abcdef";
    public static final String AUTH_TOKEN = "fedcba9876543210fedcba9876543210";
    public static final String FROM = "+15005550006";
    public static final String BOT_TOKEN = "7000000001:AAF0123456789abcdef0123456789abcdef";
    public static final String SMTP_USER = "countersign";
    public static final String SMTP_PASSWORD = "smtp-password";

    private static final AtomicInteger NUMBERS = new AtomicInteger(1000);

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();
    private final URI base;

    public Simulator(int port) {
        this.base = URI.create("http://127.0.0.1:" + port);
    }

    /** A number that no other test uses. */
    public static String freshNumber() {
        return "+1201555" + NUMBERS.getAndIncrement();
    }

    public URI at(String path) {
        return base.resolve(path);
    }

    public HttpResponse<String> create(Map<String, String> form) {
        return send(creation(form));
    }

    public HttpResponse<String> create(String to, String body) {
        return create(Map.of("To", to, "From", FROM, "Body", body));
    }

    public HttpRequest.Builder creation(Map<String, String> form) {
        return post("/Messages.json", encode(form));
    }

    /** Posts a form, already encoded, to one of Twilio's resources of the account. */
    public HttpRequest.Builder post(String resource, String form) {
        return request("/2010-04-01/Accounts/" + ACCOUNT_SID + resource)
                .header("Authorization", basic(ACCOUNT_SID, AUTH_TOKEN))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
    }

    /** Fetches one of Twilio's resources of the account. */
    public HttpResponse<String> fetch(String resource) {
        return send(
                request("/2010-04-01/Accounts/" + ACCOUNT_SID + resource)
                        .header("Authorization", basic(ACCOUNT_SID, AUTH_TOKEN)));
    }

    /** The calls that were placed to the number. */
    public JsonNode calls(String to) {
        return json(get("/api/calls?to=" + URLEncoder.encode(to, UTF_8)));
    }

    /** Does something as the person with the handset or the Telegram account. */
    public HttpResponse<String> act(String path) {
        return act(path, "{}");
    }

    public HttpResponse<String> act(String path, String body) {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> get(String path) {
        return send(request(path));
    }

    public HttpResponse<String> delete(String path) {
        return send(request(path).DELETE());
    }

    public HttpResponse<String> arm(String rule) {
        return send(
                request("/api/faults")
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(rule)));
    }

    /** Puts a fault in force for one number. */
    public void arm(String to, String fault) {
        HttpResponse<String> answer = arm("{\"to\": \"%s\", \"fault\": %s}".formatted(to, fault));
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.body());
        }
    }

    /** The messages that the number received. */
    public JsonNode received(String to) {
        return json(get("/api/messages?to=" + URLEncoder.encode(to, UTF_8)));
    }

    /** What became of the latest request for this number. */
    public JsonNode lastRequest(String to) {
        return json(get("/api/requests"))
                .valueStream()
                .filter(request -> to.equals(request.at("/asked/to").asString(null)))
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(at(path)).timeout(Patience.LONG);
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return attempt(request);
        } catch (IOException unanswered) {
            throw new AssertionError("no answer", unanswered);
        }
    }

    /** Asserts that it stays without an answer, and then gives it up. */
    public void sendInVain(HttpRequest.Builder request, Runnable meanwhile) {
        var unanswered = http.sendAsync(request.build(), BodyHandlers.ofString());
        meanwhile.run();
        await().during(Duration.ofMillis(300)).until(() -> !unanswered.isDone());
        unanswered.cancel(true);
    }

    public HttpResponse<String> attempt(HttpRequest.Builder request) throws IOException {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    public JsonNode json(HttpResponse<String> answer) {
        return json.readTree(answer.body());
    }

    public static String basic(String user, String password) {
        byte[] credentials = (user + ":" + password).getBytes(UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(credentials);
    }

    public static String encode(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }
}
