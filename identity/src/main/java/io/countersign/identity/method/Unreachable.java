package io.countersign.identity.method;

import io.countersign.challenge.Method;
import org.jspecify.annotations.Nullable;

/**
 * A method that the account has a factor for, but whose owner has made that out of reach and alone
 * can undo it.
 *
 * @param address what to open for that; null where there is none to give
 */
public record Unreachable(Method method, @Nullable String address) {}
