package io.countersign.simulator.telegram;

import io.countersign.simulator.Simulator;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/** The bot, which speaks to the running simulator over the wire, and the people it speaks with. */
public final class Bot {

    private static final AtomicInteger PEOPLE = new AtomicInteger();

    private final Simulator simulator;

    public Bot(Simulator simulator) {
        this.simulator = simulator;
    }

    /** A name that no other test uses. */
    public static String freshPerson() {
        return "person" + PEOPLE.getAndIncrement();
    }

    public HttpRequest.Builder request(String method, String json) {
        return simulator
                .request("/bot" + Simulator.BOT_TOKEN + "/" + method)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json));
    }

    public HttpResponse<String> call(String method, String json) {
        return simulator.send(request(method, json));
    }

    /** Calls a method that must succeed. */
    public JsonNode result(String method, String json) {
        HttpResponse<String> answer = call(method, json);
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.body());
        }
        return simulator.json(answer).get("result");
    }

    /** Starts a chat and returns its id. */
    public long start(String person, String token) {
        simulator.act("/api/telegram/" + person + "/start", "{\"token\": \"%s\"}".formatted(token));
        return simulator.json(simulator.get("/api/telegram/" + person)).get("id").asLong();
    }

    /** What the person sees. */
    public JsonNode chat(String person) {
        return simulator.json(simulator.get("/api/telegram/" + person + "/messages"));
    }
}
