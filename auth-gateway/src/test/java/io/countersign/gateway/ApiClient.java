package io.countersign.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A single-page application without a page: keeps cookies, sends the token with each change, and
 * takes no answer that is not as described.
 */
public final class ApiClient {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Visitor visitor;
    private @Nullable String token;

    ApiClient(Visitor visitor) {
        this(visitor, null);
    }

    private ApiClient(Visitor visitor, @Nullable String token) {
        this.visitor = visitor;
        this.token = token;
    }

    /** A second client that holds the same cookies from now on, such as a thief's. */
    public ApiClient copy() {
        return new ApiClient(visitor.copy(), token);
    }

    public Visitor visitor() {
        return visitor;
    }

    /** An answer, its body read where it is JSON. */
    public record Answer(int status, JsonNode body, HttpResponse<String> http) {

        /** The last part of a problem's type. */
        public String problem() {
            String type = body.path("type").asString("");
            return type.substring(type.lastIndexOf('/') + 1);
        }

        public String text(String field) {
            return body.path(field).asString("");
        }

        /** Fails unless it says that what was asked for is done. */
        public void assertDone() {
            assertThat(status).as(body.toString()).isIn(200, 204);
        }
    }

    public Answer get(String path) {
        return send(visitor.request(path).GET());
    }

    public Answer post(String path, Map<String, ?> body) {
        return post(path, JSON.writeValueAsString(body));
    }

    public Answer post(String path, String json) {
        return change("POST", path, json);
    }

    public Answer patch(String path, Map<String, ?> body) {
        return change("PATCH", path, JSON.writeValueAsString(body));
    }

    /** Posts under an Idempotency-Key. */
    public Answer postOnce(String key, String path, Map<String, ?> body) {
        return send(
                changing(path)
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    public Answer signIn(String email, String password) {
        return post("/api/v1/sign-in", Map.of("email", email, "password", password));
    }

    public Answer answer(String code) {
        return post("/api/v1/challenge/answer", Map.of("code", code));
    }

    /** Answers by a method other than the one that was asked for. */
    public Answer answer(String method, String code) {
        return post("/api/v1/challenge/answer", Map.of("method", method, "code", code));
    }

    public String standing() {
        return get("/api/v1/session").text("standing");
    }

    /** Returns once its challenge was answered somewhere else. */
    public void awaitVerdict(String verdict) {
        Awaitility.await()
                .until(
                        () ->
                                get("/api/v1/challenge")
                                        .body()
                                        .at("/status/verdict")
                                        .asString("")
                                        .equals(verdict));
    }

    private Answer change(String method, String path, String json) {
        return send(changing(path).method(method, BodyPublishers.ofString(json)));
    }

    private HttpRequest.Builder changing(String path) {
        String known = token;
        if (known == null) {
            known = get("/api/v1/csrf").text("token");
            token = known;
        }
        return visitor.request(path)
                .header("X-CSRF-TOKEN", known)
                .header("Content-Type", "application/json");
    }

    private Answer send(HttpRequest.Builder request) {
        HttpResponse<String> response = visitor.send(request);
        HttpRequest sent = response.request();
        ApiDescription.check(sent.method(), sent.uri().getPath(), response);
        boolean json =
                response.headers().firstValue("Content-Type").orElse("").contains("json")
                        && !response.body().isEmpty();
        return new Answer(
                response.statusCode(), JSON.readTree(json ? response.body() : "{}"), response);
    }
}
