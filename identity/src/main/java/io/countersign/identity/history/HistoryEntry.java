package io.countersign.identity.history;

import io.countersign.challenge.Method;
import io.countersign.events.Purpose;
import io.countersign.identity.attempt.AttemptId;
import io.countersign.identity.attempt.Outcome;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to sign in, or to confirm a change within a session.
 *
 * @param purpose which of the two
 * @param at when it began
 * @param address the IP address it came from
 * @param place roughly where that is; null where not known
 * @param device as far as it says
 * @param outcome how it ended
 * @param method the second factor that was given; null where none was
 * @param rememberedDevice the remembered device that stood in for the second factor; null where
 *     none did. It may have been forgotten since
 */
public record HistoryEntry(
        AttemptId id,
        Purpose purpose,
        Instant at,
        String address,
        @Nullable String place,
        Device device,
        Outcome outcome,
        @Nullable Method method,
        @Nullable UUID rememberedDevice) {}
