package io.countersign.telegram;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A third party's emulator of the Bot API, in a process of its own.
 *
 * @see <a href="https://github.com/jehy/telegram-test-api">telegram-test-api</a>
 */
final class Emulator implements AutoCloseable {

    /** The folder that {@code ./countersign test} installs it into. */
    static final String VARIABLE = "COUNTERSIGN_BOT_API_EMULATOR";

    static final String TOKEN = "123456789:AAF-emulated_token01234567890123456";

    private final JsonMapper json = new JsonMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final String url;

    private Emulator(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    static Emulator start() throws IOException {
        Process process =
                new ProcessBuilder("node", "serve.js")
                        .directory(Path.of(System.getenv(VARIABLE)).toFile())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        BufferedReader output =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        return new Emulator(process, "http://127.0.0.1:" + output.readLine());
    }

    String url() {
        return url;
    }

    /** What the bot wrote into a chat, as it stands there now. */
    List<Written> writtenTo(long chat) {
        return call("/getUpdatesHistory", Map.of("token", TOKEN))
                .path("result")
                .valueStream()
                .filter(
                        entry ->
                                entry.path("message")
                                        .path("chat_id")
                                        .asString("")
                                        .equals("" + chat))
                .map(entry -> new Written(entry.path("messageId").asInt(), entry.path("message")))
                .toList();
    }

    /** A message of the bot. */
    record Written(int number, JsonNode message) {

        String text() {
            return message.path("text").asString("");
        }

        String button(int row, int column) {
            return message.path("reply_markup")
                    .path("inline_keyboard")
                    .path(row)
                    .path(column)
                    .path("callback_data")
                    .asString();
        }
    }

    void press(long person, Written message, String data) {
        var _ =
                call(
                        "/sendCallback",
                        Map.of(
                                "botToken",
                                TOKEN,
                                "from",
                                person(person),
                                "message",
                                Map.of(
                                        "message_id",
                                        message.number(),
                                        "date",
                                        1_700_000_000,
                                        "chat",
                                        Map.of("id", person, "type", "private")),
                                "data",
                                data));
    }

    void write(long person, String text) {
        var _ =
                call(
                        "/sendMessage",
                        Map.of(
                                "botToken",
                                TOKEN,
                                "from",
                                person(person),
                                "chat",
                                Map.of("id", person, "type", "private"),
                                "date",
                                1_700_000_000,
                                "text",
                                text));
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        process.onExit().join();
        http.close();
    }

    private static Map<String, Object> person(long id) {
        return Map.of("id", id, "is_bot", false, "first_name", "Anna", "username", "anna");
    }

    private JsonNode call(String path, Map<String, ?> body) {
        try {
            return json.readTree(
                    http.send(
                                    HttpRequest.newBuilder(URI.create(url + path))
                                            .header("Content-Type", "application/json")
                                            .POST(
                                                    BodyPublishers.ofString(
                                                            json.writeValueAsString(body)))
                                            .build(),
                                    BodyHandlers.ofString())
                            .body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
