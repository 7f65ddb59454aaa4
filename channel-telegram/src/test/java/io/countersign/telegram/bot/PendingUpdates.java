package io.countersign.telegram.bot;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Keeps updates until they are acknowledged, and lets one program at a time ask for them: an older
 * question ends with 409 when a newer one comes.
 */
public final class PendingUpdates implements AutoCloseable {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final TreeMap<Integer, String> pending = new TreeMap<>();
    private final List<Integer> given = new ArrayList<>();
    private int next = 1_000;
    private int questions;
    private int conflicts;
    private boolean closed;

    /** A person presses a button. */
    public int press(long user, long chat, String chatType, int message, String data) {
        return add(
                """
                "callback_query":{"id":"%d","from":%s,"chat_instance":"1","data":"%s",
                "message":{"message_id":%d,"date":1700000000,"text":"x",
                "chat":{"id":%d,"type":"%s"}}}"""
                        .formatted(user, person(user), data, message, chat, chatType));
    }

    /** A person writes in a chat. */
    public int write(long user, long chat, String chatType, String text) {
        return add(
                """
                "message":{"message_id":7,"date":1700000000,"from":%s,"text":"%s",
                "chat":{"id":%d,"type":"%s"},"something_new":{"a":1}}"""
                        .formatted(person(user), text, chat, chatType));
    }

    /** Something that Telegram may come to tell one day. */
    public int add(String content) {
        lock.lock();
        try {
            int id = next++;
            pending.put(id, "{\"update_id\":%d,%s}".formatted(id, content));
            changed.signalAll();
            return id;
        } finally {
            lock.unlock();
        }
    }

    public boolean isAcknowledged(int id) {
        lock.lock();
        try {
            return !pending.containsKey(id);
        } finally {
            lock.unlock();
        }
    }

    /** Every update's number as often as it was given out. */
    public List<Integer> given() {
        lock.lock();
        try {
            return List.copyOf(given);
        } finally {
            lock.unlock();
        }
    }

    /** How often a question met another one. */
    public int conflicts() {
        lock.lock();
        try {
            return conflicts;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void give(HttpExchange exchange, JsonNode parameters) throws IOException {
        String answer = awaitAnswer(parameters);
        if (answer.isEmpty()) {
            TelegramStandIn.reject(409, "Conflict: terminated by other getUpdates request")
                    .apply(exchange, parameters);
        } else {
            TelegramStandIn.done(exchange, answer);
        }
    }

    /** Empty when another question came meanwhile. */
    private String awaitAnswer(JsonNode parameters) {
        lock.lock();
        try {
            int question = ++questions;
            changed.signalAll();
            pending.headMap(parameters.path("offset").asInt()).clear();
            long nanos = TimeUnit.SECONDS.toNanos(parameters.path("timeout").asInt());
            while (pending.isEmpty() && question == questions && !closed && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
            if (question != questions) {
                conflicts++;
                return "";
            }
            given.addAll(pending.keySet());
            return pending.values().stream().collect(Collectors.joining(",", "[", "]"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        } finally {
            lock.unlock();
        }
    }

    private static String person(long user) {
        return Map.of(
                        "\"id\"", "" + user,
                        "\"is_bot\"", "false",
                        "\"first_name\"", "\"Canary\"",
                        "\"last_name\"", "\"Bird\"",
                        "\"username\"", "\"canary_bird\"",
                        "\"language_code\"", "\"de\"")
                .entrySet()
                .stream()
                .map(entry -> entry.getKey() + ":" + entry.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }
}
