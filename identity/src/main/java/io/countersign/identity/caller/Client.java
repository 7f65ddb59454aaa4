package io.countersign.identity.caller;

import io.countersign.identity.attempt.Origin;
import io.countersign.identity.attempt.RandomToken;
import java.util.Optional;

/**
 * The browser or program of who signs in or steps up.
 *
 * @param remembered what it shows to be a remembered device, whatever that is worth
 */
public record Client(Origin origin, Optional<RandomToken> remembered, CallerSession session) {}
