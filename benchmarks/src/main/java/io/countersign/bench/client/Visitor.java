package io.countersign.bench.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One visitor of the gateway: keeps cookies and shows the token with each change. */
final class Visitor {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http;
    private final URI gateway;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private String token = "";

    Visitor(HttpClient http, URI gateway) {
        this.http = http;
        this.gateway = gateway;
    }

    /** What a single-page application asks for before anything else. */
    void arrive() throws IOException, InterruptedException {
        token = send(request("/api/v1/csrf").GET(), 200).path("token").asString("");
    }

    JsonNode post(String path, Map<String, String> body) throws IOException, InterruptedException {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .header("X-CSRF-TOKEN", token)
                        .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))),
                200);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(gateway.resolve(path)).timeout(PATIENCE);
        if (!cookies.isEmpty()) {
            builder.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return builder;
    }

    private JsonNode send(HttpRequest.Builder request, int expected)
            throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
        for (String cookie : response.headers().allValues("Set-Cookie")) {
            String pair = cookie.split(";", 2)[0];
            cookies.put(
                    pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        if (response.statusCode() != expected) {
            throw new IOException(
                    "%s answered %d: %s"
                            .formatted(
                                    response.request().uri().getPath(),
                                    response.statusCode(),
                                    response.body()));
        }
        return JSON.readTree(response.body());
    }
}
