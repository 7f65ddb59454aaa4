package io.countersign.gateway.attack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.gateway.ApiClient;
import io.countersign.gateway.ApiDescription;
import io.countersign.gateway.GatewayTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** Whatever comes in, the answer says that it is wrong, and never that something broke. */
class StrangeInputTest extends GatewayTest {

    private static final long SEED = 36;
    private static final String TOKENS_COOKIE = "__Host-countersign-csrf";

    private static final List<String> VALUES =
            List.of(
                    "0",
                    "-1",
                    "1.5",
                    "1e400",
                    "true",
                    "null",
                    "[]",
                    "{}",
                    "[\"a\"]",
                    "\"\"",
                    "\" \"",
                    "\"0\"",
                    "\"\\u0000\"",
                    "\"\\ud800\"",
                    "\"a\\udc00b\"",
                    "\"\\uffff\\u202e\\u200b\"",
                    "\"+49 151 23456789\\u0000\"",
                    "\"00000000-0000-0000-0000-000000000000\"",
                    "\"" + "٣".repeat(6) + "\"",
                    "\"" + "x".repeat(5_000) + "\"",
                    "[".repeat(2_000),
                    "\"",
                    "12345678901234567890123");

    private static final List<String> ENCODED =
            List.of(
                    "",
                    "%00",
                    "a%00b",
                    "%ED%A0%80",
                    "%FF%FE",
                    "%zz",
                    "%",
                    "%EF%BF%BF",
                    "%E2%80%AE",
                    "-1",
                    "99999999999999999999",
                    "1970-01-01",
                    "x".repeat(3_000));

    private static final List<String> HEADERS =
            List.of(
                    "Accept",
                    "Accept-Language",
                    "Content-Type",
                    "Idempotency-Key",
                    "User-Agent",
                    "X-CSRF-TOKEN");

    @Autowired private RequestMappingHandlerMapping requestMappingHandlerMapping;
    @LocalServerPort private int port;

    private final Random random = new Random(SEED);
    private final List<String> broken = new ArrayList<>();
    private ApiClient client;
    private String token = "";
    private String tokensCookie = "none yet";

    @BeforeEach
    void begin() {
        client = client();
    }

    @Test
    @Tag("SECURITY-36")
    void noBodyBreaksTheApi() {
        for (String operation : ApiDescription.operations()) {
            String verb = operation.split(" ", 2)[0];
            String path = operation.split(" ", 2)[1];
            if (!verb.equals("GET")) {
                prepare(path);
                bodies(verb, path)
                        .forEach(body -> send(verb, real(path), "application/json", body));
            }
        }
        assertThat(broken).as("seed %d", SEED).isEmpty();
    }

    @Test
    @Tag("SECURITY-36")
    void noFormAndNoQueryBreaksAPage() {
        requestMappingHandlerMapping.getHandlerMethods().forEach(this::tryParameters);

        assertThat(broken).as("seed %d", SEED).isEmpty();
    }

    @Test
    @Tag("SECURITY-36")
    void noPathAndNoHeaderBreaksAnything() {
        prepare("/security");
        for (String odd : ENCODED) {
            for (String path : List.of("/sign-up/", "/security/factors/", "/assets/", "/api/v1/")) {
                send("GET", path + odd + "/remove", "text/plain", "");
            }
            for (String header : HEADERS) {
                send("GET", "/sign-in", header, odd, "");
            }
            send("GET", "/sign-in", "Cookie", "__Host-countersign=" + odd, "");
        }
        assertThat(broken).isEmpty();
    }

    /** Each property in turn with each value, and a few bodies of nothing but chance. */
    private List<String> bodies(String verb, String path) {
        List<String> bodies = new ArrayList<>(VALUES);
        List<String> names = properties(verb, path);
        for (String name : names) {
            VALUES.forEach(value -> bodies.add(body(name, value, names)));
        }
        for (int i = 0; i < 10; i++) {
            bodies.add(
                    random.ints(random.nextInt(1, 40), 0, 0x110000)
                            .mapToObj(Character::toString)
                            .collect(Collectors.joining("", "{\"", "}")));
        }
        return bodies;
    }

    private static String body(String odd, String value, List<String> names) {
        return names.stream()
                .map(name -> "\"" + name + "\": " + (name.equals(odd) ? value : "\"a\""))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static List<String> properties(String verb, String path) {
        JsonNode operation =
                ApiDescription.document()
                        .path("paths")
                        .path(path)
                        .path(verb.toLowerCase(Locale.ROOT));
        JsonNode schema =
                resolved(operation.path("requestBody"))
                        .path("content")
                        .path("application/json")
                        .path("schema");
        return List.copyOf(resolved(schema).path("properties").propertyNames());
    }

    private static JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").asString("");
        return reference.isEmpty() ? node : ApiDescription.document().at(reference.substring(1));
    }

    private void tryParameters(RequestMappingInfo info, HandlerMethod handler) {
        List<String> names =
                Stream.concat(
                                Stream.of("lang"),
                                Arrays.stream(handler.getMethodParameters())
                                        .map(StrangeInputTest::name)
                                        .filter(name -> !name.isEmpty()))
                        .toList();
        for (String pattern :
                Objects.requireNonNull(info.getPathPatternsCondition()).getPatternValues()) {
            if (pattern.endsWith("/events")) {
                continue;
            }
            prepare(pattern);
            for (String odd : ENCODED) {
                String fields =
                        names.stream()
                                .map(name -> name + "=" + odd)
                                .collect(Collectors.joining("&"));
                send("GET", real(pattern) + "?" + fields, "text/plain", "");
                send("POST", real(pattern), "application/x-www-form-urlencoded", fields);
            }
        }
    }

    private static String name(MethodParameter parameter) {
        RequestParam annotation = parameter.getParameterAnnotation(RequestParam.class);
        if (annotation == null) {
            return "";
        }
        return annotation.name().isEmpty() ? parameter.getParameter().getName() : annotation.name();
    }

    private static String real(String pattern) {
        return pattern.replaceAll("\\{[^}]+}", "00000000-0000-0000-0000-000000000000")
                .replace("/**", "/x");
    }

    /** A person who may call it: within a sign-in, or signed in. */
    private void prepare(String path) {
        String wanted = path.contains("/challenge") ? "AWAITS_SECOND_FACTOR" : "SIGNED_IN";
        if (!client.standing().equals(wanted)) {
            client = client();
            Person person = wanted.equals("SIGNED_IN") ? personWithoutPhone() : person();
            client.signIn(person.email(), PASSWORD);
            assertThat(client.standing()).isEqualTo(wanted);
        }
    }

    private void send(String verb, String target, String type, String body) {
        send(verb, target, "Content-Type", type, body);
    }

    /** Over a socket: no client would write most of it. */
    private void send(String verb, String target, String header, String value, String body) {
        byte[] bytes = body.getBytes(UTF_8);
        String head =
                String.join(
                        "\r\n",
                        verb + " " + target + " HTTP/1.1",
                        "Host: localhost",
                        "Connection: close",
                        "Content-Length: " + bytes.length,
                        header.equals("Cookie") ? "X: y" : "Cookie: " + cookies(),
                        header.equals("X-CSRF-TOKEN") ? "X: y" : "X-CSRF-TOKEN: " + token(),
                        header + ": " + value,
                        "",
                        "");
        try (Socket socket = new Socket("localhost", port)) {
            socket.getOutputStream().write(head.getBytes(UTF_8));
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            String status =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8))
                            .readLine();
            if (status == null || status.startsWith("HTTP/1.1 5")) {
                broken.add(
                        status + " to " + verb + " " + target + " " + header + ": " + value + " "
                                + body);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(target, e);
        }
    }

    /** One serves for as long as the cookie that it belongs to. */
    private String token() {
        if (!client.visitor().cookie(TOKENS_COOKIE).equals(tokensCookie)) {
            token = client.get("/api/v1/csrf").text("token");
            tokensCookie = client.visitor().cookie(TOKENS_COOKIE);
        }
        return token;
    }

    private String cookies() {
        return Stream.of("__Host-countersign", TOKENS_COOKIE)
                .map(name -> name + "=" + client.visitor().cookie(name))
                .collect(Collectors.joining("; "));
    }
}
