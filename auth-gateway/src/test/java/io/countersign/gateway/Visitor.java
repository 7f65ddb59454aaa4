package io.countersign.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.countersign.test.Patience;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A browser without a screen: keeps cookies, sends the forms' tokens, follows no redirect by
 * itself. Java's own cookie handler would keep Secure cookies from plain HTTP on loopback.
 */
public final class Visitor {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Map<String, HttpClient> FROM = new ConcurrentHashMap<>();
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final HttpClient http;
    private final URI base;
    private final Map<String, String> cookies;

    Visitor(int port) {
        this(HTTP, URI.create("http://localhost:" + port), new ConcurrentHashMap<>());
    }

    /** One that comes from another address of the loopback network, over IPv4. */
    Visitor(int port, String address) {
        this(
                FROM.computeIfAbsent(address, Visitor::clientFrom),
                URI.create("http://127.0.0.1:" + port),
                new ConcurrentHashMap<>());
    }

    private Visitor(HttpClient http, URI base, Map<String, String> cookies) {
        this.http = http;
        this.base = base;
        this.cookies = cookies;
    }

    private static HttpClient clientFrom(String address) {
        try {
            return HttpClient.newBuilder().localAddress(InetAddress.getByName(address)).build();
        } catch (UnknownHostException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A second browser that holds the same cookies from now on, such as a thief's. */
    public Visitor copy() {
        return new Visitor(http, base, new ConcurrentHashMap<>(cookies));
    }

    /** A second browser that holds one more cookie, such as one that was stolen. */
    public Visitor with(String name, String value) {
        Visitor other = copy();
        other.cookies.put(name, value);
        return other;
    }

    public String cookie(String name) {
        return cookies.getOrDefault(name, "");
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    /** Sends a form with the token of the page at {@code tokenFrom}. */
    public HttpResponse<String> post(String path, String tokenFrom, Map<String, String> fields) {
        return post(path, fields, token(tokenFrom));
    }

    public HttpResponse<String> post(String path, Map<String, String> fields, String token) {
        String form =
                fields.entrySet().stream()
                        .map(
                                field ->
                                        field.getKey()
                                                + "="
                                                + URLEncoder.encode(field.getValue(), UTF_8))
                        .collect(Collectors.joining("&"));
        return send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        form + "&_csrf=" + URLEncoder.encode(token, UTF_8))));
    }

    /** The form token of a page. */
    public String token(String page) {
        Matcher token = TOKEN.matcher(get(page).body());
        if (!token.find()) {
            throw new AssertionError("no form with a token on " + page);
        }
        return token.group(1);
    }

    public HttpResponse<String> signIn(String email, String password) {
        return post("/sign-in", "/sign-in", Map.of("email", email, "password", password));
    }

    public HttpResponse<String> answer(String code) {
        return post("/challenge/answer", "/challenge", Map.of("code", code));
    }

    public HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(base.resolve(path)).timeout(Patience.LONG);
        String header =
                cookies.entrySet().stream()
                        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                        .collect(Collectors.joining("; "));
        return header.isEmpty() ? request : request.header("Cookie", header);
    }

    /**
     * What came of a request.
     *
     * @param location where it leads; empty where it leads nowhere
     * @param refusal the body of what was refused
     */
    public record Begun(int status, String location, String refusal) {}

    /** Asks without waiting for the end of the answer, which may be a stream of events. */
    public Begun begin(HttpRequest.Builder request) {
        try {
            HttpResponse<InputStream> response =
                    http.send(request.build(), BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                return new Begun(
                        response.statusCode(),
                        response.headers().firstValue("Location").orElse(""),
                        response.statusCode() >= 400 ? new String(body.readAllBytes(), UTF_8) : "");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void keep(String setCookie) {
        String[] pair = setCookie.split(";", 2)[0].split("=", 2);
        if (setCookie.contains("Max-Age=0") || pair[1].isEmpty()) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }
}
