package io.countersign.identity.history;

import org.jspecify.annotations.Nullable;

/**
 * What a browser says about itself; anyone can make theirs say anything.
 *
 * @param browser such as {@code Firefox}; null where it does not say
 * @param system such as {@code Android}; null where it does not say
 */
public record Device(@Nullable String browser, @Nullable String system) {}
