package io.countersign.identity.factor;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A factor that an account has.
 *
 * @param id names it among the account's factors of all kinds
 * @param name what the person calls it; empty where they cannot name it
 * @param masked where it leads, as far as pages show it; empty where there is nothing to show
 * @param lastUsedAt when it last signed in; null when it never has
 */
public record Factor(
        FactorKind kind, FactorId id, String name, String masked, @Nullable Instant lastUsedAt) {}
