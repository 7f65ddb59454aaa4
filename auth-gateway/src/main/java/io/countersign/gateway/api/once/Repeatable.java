package io.countersign.gateway.api.once;

import java.util.Optional;

/**
 * A request that may be repeated.
 *
 * @param scope within which a key is unique: one account's, or one sign-in's
 * @param key empty where the client does not care
 * @param body the parts of the request that matter
 */
public record Repeatable(String scope, Optional<IdempotencyKey> key, String body) {}
