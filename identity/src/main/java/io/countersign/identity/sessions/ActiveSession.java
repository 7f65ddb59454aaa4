package io.countersign.identity.sessions;

import io.countersign.identity.attempt.AttemptId;
import io.countersign.identity.history.Device;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A session that is signed in.
 *
 * @param id the attempt to sign in that it came from, as the login history has it
 * @param current whether it is the one that asks
 * @param device as far as it said when it signed in
 * @param address the IP address that it signed in from
 * @param place roughly where that is; null where not known
 * @param lastSeenAt when its latest request came
 */
public record ActiveSession(
        AttemptId id,
        boolean current,
        Device device,
        String address,
        @Nullable String place,
        Instant signedInAt,
        Instant lastSeenAt) {}
