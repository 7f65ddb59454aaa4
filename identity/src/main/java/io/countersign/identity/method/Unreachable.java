package io.countersign.identity.method;

import io.countersign.challenge.Method;
import org.jspecify.annotations.Nullable;

/**
 * A method that the account has a factor for, but that its owner has put out of reach; only the
 * owner can undo that.
 *
 * @param address what to open for that; null where there is none to give
 */
public record Unreachable(Method method, @Nullable String address) {}
