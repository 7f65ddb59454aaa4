package io.countersign.identity.factor.phone;

import io.countersign.events.id.ChallengeId;
import java.time.Instant;
import java.util.Optional;

/**
 * A phone whose possession is not proven yet; no factor.
 *
 * @param challenge the latest challenge that was opened for it
 * @param expiresAt when it is forgotten
 */
public record PendingPhone(Phone phone, Optional<ChallengeId> challenge, Instant expiresAt) {}
