package io.countersign.telegram.bot;

import com.sun.net.httpserver.HttpExchange;
import io.countersign.test.StandInServer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks as much of the Bot API as the worker needs, in Telegram's own shapes. */
public final class TelegramStandIn implements AutoCloseable {

    public static final String TOKEN = "123456789:AAF-canary_token0123456789abcdefghi";

    /** How to treat a request that was read completely. */
    public interface Treatment {
        void apply(HttpExchange exchange, JsonNode parameters) throws IOException;
    }

    /**
     * One request as it was on the wire.
     *
     * @param number of its own; of the message too, if it led to one
     */
    public record Seen(String method, JsonNode parameters, int number) {

        public String text() {
            return parameters.path("text").asString("");
        }

        /** What the buttons bring back, in the order in which they are shown. */
        public List<String> buttons() {
            return parameters
                    .path("reply_markup")
                    .path("inline_keyboard")
                    .valueStream()
                    .flatMap(JsonNode::valueStream)
                    .map(button -> button.path("callback_data").asString())
                    .toList();
        }
    }

    private final JsonMapper json = new JsonMapper();
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final Map<String, Treatment> treatments = new ConcurrentHashMap<>();
    private final AtomicInteger requests = new AtomicInteger(100);
    private final PendingUpdates updates = new PendingUpdates();
    private final StandInServer server = new StandInServer(this::handle);

    public String url() {
        return server.url();
    }

    public TelegramSettings settings() {
        return new TelegramSettings(
                TOKEN, url(), TelegramSettings.Updates.POLLING, Duration.ofSeconds(2), 1_000);
    }

    /** Updates that people's doings lead to. */
    public PendingUpdates updates() {
        return updates;
    }

    public List<Seen> seen(String method) {
        return seen.stream().filter(request -> request.method().equals(method)).toList();
    }

    /** Treats a method's requests otherwise from now on. */
    public void treats(String method, Treatment treatment) {
        treatments.put(method, treatment);
    }

    public void treatsAsEver(String method) {
        treatments.remove(method);
    }

    public static Treatment reject(int code, String description) {
        return (exchange, _) ->
                StandInServer.answer(
                        exchange,
                        code,
                        """
                        {"ok":false,"error_code":%d,"description":"%s"}"""
                                .formatted(code, description));
    }

    public static Treatment askToWait(int seconds) {
        return (exchange, _) ->
                StandInServer.answer(
                        exchange,
                        429,
                        """
                        {"ok":false,"error_code":429,
                        "description":"Too Many Requests: retry after %d",
                        "parameters":{"retry_after":%d}}"""
                                .formatted(seconds, seconds));
    }

    public static Treatment answerWith(int status, String body) {
        return (exchange, _) -> StandInServer.answer(exchange, status, body);
    }

    public Treatment neverAnswer() {
        return (_, _) -> server.hold();
    }

    public static Treatment cut() {
        return (exchange, _) -> exchange.close();
    }

    @Override
    public void close() {
        updates.close();
        server.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI().getPath().split("/", -1);
        String body = StandInServer.body(exchange);
        if (path.length != 3 || !path[1].equals("bot" + TOKEN)) {
            reject(401, "Unauthorized").apply(exchange, json.nullNode());
            return;
        }
        String method = path[2].toLowerCase(Locale.ROOT);
        JsonNode parameters =
                body.startsWith("{") ? json.readTree(body) : json.createObjectNode().put("", body);
        Seen request = new Seen(method, parameters, requests.incrementAndGet());
        seen.add(request);
        Treatment treatment = treatments.get(method);
        if (treatment == null) {
            comply(exchange, request);
        } else {
            treatment.apply(exchange, parameters);
        }
    }

    private void comply(HttpExchange exchange, Seen request) throws IOException {
        JsonNode parameters = request.parameters();
        switch (request.method()) {
            case "getme" ->
                    done(
                            exchange,
                            """
                            {"id":123456789,"is_bot":true,"first_name":"B","username":"b_bot",
                            "can_be_something_new":true}""");
            case "sendmessage" -> done(exchange, message(parameters, request.number()));
            case "editmessagetext" ->
                    done(exchange, message(parameters, parameters.path("message_id").asInt()));
            case "getupdates" -> updates.give(exchange, parameters);
            default -> done(exchange, "true");
        }
    }

    private static String message(JsonNode parameters, int number) {
        return """
               {"message_id":%d,"date":1700000000,"text":"x",
               "chat":{"id":%s,"type":"private","first_name":"A"}}"""
                .formatted(number, parameters.path("chat_id").asString());
    }

    static void done(HttpExchange exchange, String result) throws IOException {
        StandInServer.answer(exchange, 200, "{\"ok\":true,\"result\":" + result + "}");
    }
}
