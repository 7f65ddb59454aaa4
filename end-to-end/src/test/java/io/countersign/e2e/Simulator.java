package io.countersign.e2e;

import io.countersign.stack.own.OwnStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The simulator's own API. */
record Simulator(URI base) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern CODE = Pattern.compile("#(\\d{6})\\b");

    static Simulator of(OwnStack stack) {
        return new Simulator(stack.address("carrier-simulator"));
    }

    /** The codes that a number received so far, oldest first. */
    List<String> codes(String number) {
        List<String> codes = new ArrayList<>();
        String to = URLEncoder.encode(number, StandardCharsets.UTF_8);
        for (JsonNode message : JSON.readTree(get("/api/messages?to=" + to))) {
            Matcher code = CODE.matcher(message.get("body").asString());
            if (code.find()) {
                codes.add(code.group(1));
            }
        }
        return codes;
    }

    /** The latest code, once more than {@code before} have come. */
    String codeAfter(int before, String number) {
        Awaitility.await().until(() -> codes(number).size() > before);
        return codes(number).getLast();
    }

    /** The link that leads to this page in the latest mail to an address, once there is one. */
    URI linkIn(String address, String page) {
        Pattern link =
                Pattern.compile("https?://\\S+" + Pattern.quote(page) + "\\?t=[A-Za-z0-9_-]+");
        return Awaitility.await()
                .until(
                        () ->
                                link.matcher(mails(address))
                                        .results()
                                        .map(found -> URI.create(found.group()))
                                        .reduce((_, later) -> later),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** Waits until a mail to this address says this in its subject. */
    void awaitMail(String address, String inSubject) {
        String to = URLEncoder.encode(address, StandardCharsets.UTF_8);
        Awaitility.await()
                .until(
                        () ->
                                JSON
                                        .readTree(get("/api/mails?to=" + to))
                                        .findValuesAsString("subject")
                                        .stream()
                                        .anyMatch(subject -> subject.contains(inSubject)));
    }

    /**
     * The last four digits of the number that rang here last, once more than {@code before} did.
     */
    String endingAfter(int before, String number) {
        Awaitility.await().until(() -> rung(number).size() > before);
        String shown = rung(number).getLast();
        return shown.substring(shown.length() - 4);
    }

    /** The numbers that this phone showed when it rang, oldest first. */
    List<String> rung(String number) {
        List<String> rung = new ArrayList<>();
        String to = URLEncoder.encode(number, StandardCharsets.UTF_8);
        for (JsonNode call : JSON.readTree(get("/api/calls?to=" + to))) {
            if (call.get("rang").asBoolean()) {
                rung.add(call.get("shown").asString());
            }
        }
        return rung;
    }

    URI telegram(String person) {
        return base.resolve("/telegram/" + person);
    }

    /** The text of all mails to an address, oldest first. */
    private String mails(String address) {
        StringBuilder texts = new StringBuilder();
        String to = URLEncoder.encode(address, StandardCharsets.UTF_8);
        for (JsonNode mail : JSON.readTree(get("/api/mails?to=" + to))) {
            texts.append(mail.get("text").asString()).append('\n');
        }
        return texts.toString();
    }

    /**
     * Where each accepted message reports to, which names its delivery; one entry an acceptance.
     */
    List<String> acceptedDeliveries() {
        List<String> deliveries = new ArrayList<>();
        for (JsonNode text : JSON.readTree(get("/api/requests/acceptances"))) {
            for (JsonNode callback : text.get("statusCallbacks")) {
                String path = URI.create(callback.asString()).getPath();
                deliveries.add(path.substring(path.lastIndexOf('/') + 1));
            }
        }
        return deliveries;
    }

    void misbehave(String ruleJson) {
        send(
                HttpRequest.newBuilder(base.resolve("/api/faults"))
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(ruleJson)));
    }

    void behave() {
        send(HttpRequest.newBuilder(base.resolve("/api/faults")).DELETE());
    }

    private String get(String path) {
        return send(HttpRequest.newBuilder(base.resolve(path)).GET());
    }

    private static String send(HttpRequest.Builder request) {
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new IllegalStateException("the simulator answers " + response.statusCode());
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
