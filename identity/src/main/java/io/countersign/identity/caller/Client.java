package io.countersign.identity.caller;

import io.countersign.identity.attempt.Origin;
import io.countersign.identity.attempt.RandomToken;
import java.util.Optional;

/**
 * The browser or program that signs in or steps up.
 *
 * @param remembered the token that it shows as a remembered device; it may be worthless
 */
public record Client(Origin origin, Optional<RandomToken> remembered, CallerSession session) {}
