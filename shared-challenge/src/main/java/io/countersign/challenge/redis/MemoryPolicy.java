package io.countersign.challenge.redis;

import io.countersign.challenge.redis.Retention.Doubtful;
import io.countersign.challenge.redis.Retention.Dropped;
import io.countersign.challenge.redis.Retention.Kept;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What Redis does, by its settings, when its memory is full.
 *
 * @see <a href="https://redis.io/docs/latest/develop/reference/eviction/">Key eviction</a>
 */
final class MemoryPolicy {

    private static final String HARMLESS = "noeviction";

    private static final Pattern FIELD =
            Pattern.compile("(?m)^(maxmemory|maxmemory_policy):(\\S+)");

    private MemoryPolicy() {}

    /** Reads the answer to {@code INFO memory}. */
    static Retention read(String info) {
        Map<String, String> fields =
                FIELD.matcher(info)
                        .results()
                        .collect(Collectors.toMap(field -> field.group(1), MemoryPolicy::value));
        String policy = fields.get("maxmemory_policy");
        if (policy == null) {
            return untold();
        }
        if (policy.equals(HARMLESS)) {
            return new Kept();
        }
        return "0".equals(fields.get("maxmemory"))
                ? new Doubtful(
                        "Redis would drop challenges and counters if it had a maxmemory,"
                                + " because its maxmemory-policy is %s: set it to noeviction"
                                        .formatted(policy))
                : new Dropped(
                        "Redis drops challenges and counters once its memory is full,"
                                + " because its maxmemory-policy is %s: set it to noeviction"
                                        .formatted(policy));
    }

    /** Redis answers, but not this question. */
    static Retention untold() {
        return new Doubtful(
                "Redis does not tell its maxmemory-policy: see that it is noeviction,"
                        + " and allow INFO to have it watched");
    }

    private static String value(MatchResult field) {
        return field.group(2);
    }
}
