package io.countersign.identity.factor.telegram.link;

import io.countersign.events.id.ChallengeId;
import java.time.Instant;
import java.util.UUID;

/**
 * A linking under way.
 *
 * @param name what the account is going to be called
 * @param statement under which Telegram's worker says who opened the address
 */
public record TelegramLink(UUID id, String name, ChallengeId statement, Instant expiresAt) {}
