package io.countersign.bench.keycloak;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A browser as far as a load needs one: keeps cookies and sends the form of the latest page. */
final class FormVisitor {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String ACTION = "action=\"";

    private final HttpClient http;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private String action = "";
    private String sentTo = "";

    FormVisitor(HttpClient http) {
        this.http = http;
    }

    void open(URI page) throws IOException, InterruptedException {
        send(HttpRequest.newBuilder(page).GET());
    }

    /** Sends the form of the page that is open. */
    void submit(Map<String, String> fields) throws IOException, InterruptedException {
        if (action.isEmpty()) {
            throw new IOException("There is no form to send");
        }
        String body =
                fields.entrySet().stream()
                        .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"));
        send(
                HttpRequest.newBuilder(URI.create(action))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body)));
    }

    /** Where the latest answer leads to; empty where it is a page. */
    String sentTo() {
        return sentTo;
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private void send(HttpRequest.Builder request) throws IOException, InterruptedException {
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        HttpResponse<String> answer =
                http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
        if (answer.statusCode() >= 400) {
            throw new IOException("Keycloak answered " + answer.statusCode());
        }
        for (String cookie : answer.headers().allValues("Set-Cookie")) {
            String pair = cookie.split(";", 2)[0];
            cookies.put(
                    pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        sentTo = answer.headers().firstValue("Location").orElse("");
        action = action(answer.body());
    }

    private static String action(String page) {
        int begin = page.indexOf(ACTION);
        if (begin < 0) {
            return "";
        }
        int end = page.indexOf('"', begin + ACTION.length());
        return page.substring(begin + ACTION.length(), end).replace("&amp;", "&");
    }
}
