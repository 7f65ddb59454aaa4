package io.countersign.challenge.redis;

import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.Base16;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** A script that Redis knows by its digest after the first call. */
record Script(String text, String digest) {

    static Script load(String resource) {
        try (var in = Script.class.getResourceAsStream(resource)) {
            String text =
                    new String(
                            Objects.requireNonNull(in, resource).readAllBytes(),
                            StandardCharsets.UTF_8);
            return new Script(text, Base16.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Object> run(
            RedisCommands<String, String> redis,
            ScriptOutputType output,
            String[] keys,
            String[] arguments) {
        try {
            return redis.evalsha(digest, output, keys, arguments);
        } catch (RedisNoScriptException e) {
            return redis.eval(text, output, keys, arguments);
        }
    }
}
