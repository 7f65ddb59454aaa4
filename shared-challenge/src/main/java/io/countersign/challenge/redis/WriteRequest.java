package io.countersign.challenge.redis;

import io.countersign.challenge.store.Limit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One call of the write script.
 *
 * @param record replaces the record that had {@code expectedVersion} when it was read; an empty
 *     version means that there was none
 * @param notAfter the change is refused from then on; null for no limit
 * @param announced the change's payload
 * @param creations stored with it where there are none of their keys yet
 * @param limits taken with it
 */
record WriteRequest(
        Entry record,
        String expectedVersion,
        @Nullable Instant notAfter,
        String announced,
        List<Entry> creations,
        List<Limit> limits) {

    record Entry(String key, String json, Instant expiresAt) {}

    List<String> keys() {
        List<String> keys = new ArrayList<>();
        keys.add(record.key());
        creations.forEach(entry -> keys.add(entry.key()));
        limits.forEach(limit -> keys.add("countersign:limit:" + limit.name() + ":" + limit.key()));
        return keys;
    }

    List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        arguments.add(expectedVersion);
        arguments.add(notAfter == null ? "" : millis(notAfter));
        arguments.add(record.json());
        arguments.add(millis(record.expiresAt()));
        arguments.add(RedisRecords.CHANGES);
        arguments.add(announced);
        arguments.add(Integer.toString(creations.size()));
        arguments.add(Integer.toString(limits.size()));
        for (Entry entry : creations) {
            arguments.add(entry.json());
            arguments.add(millis(entry.expiresAt()));
        }
        for (Limit limit : limits) {
            arguments.add(UUID.randomUUID().toString());
            arguments.add(Integer.toString(limit.most()));
            arguments.add(Long.toString(limit.window().toMillis()));
        }
        return arguments;
    }

    private static String millis(Instant at) {
        return Long.toString(at.toEpochMilli());
    }
}
