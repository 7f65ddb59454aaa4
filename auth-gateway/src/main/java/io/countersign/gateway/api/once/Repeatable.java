package io.countersign.gateway.api.once;

import java.util.Optional;

/**
 * A request that may come again.
 *
 * @param scope within which a key is unique: one account's, or one sign-in's
 * @param key empty where the client does not care
 * @param body what of the request makes a difference
 */
public record Repeatable(String scope, Optional<IdempotencyKey> key, String body) {}
