package io.countersign.identity.change;

import io.countersign.identity.event.Protection;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * A change to make, and what its owner is told about it.
 *
 * @param make makes it, in a transaction; returns whether it did
 * @param turns what it adds and removes, in the order in which the owner is told
 */
public record FactorEdit(BooleanSupplier make, List<Turn> turns) {

    public FactorEdit {
        turns = List.copyOf(turns);
    }

    /** Something that is added or removed. */
    public sealed interface Turn {

        record Added(Protection what) implements Turn {}

        record Removed(Protection what) implements Turn {}
    }

    public static FactorEdit adding(Protection what, BooleanSupplier make) {
        return new FactorEdit(make, List.of(new Turn.Added(what)));
    }

    public static FactorEdit removing(Protection what, BooleanSupplier make) {
        return new FactorEdit(make, List.of(new Turn.Removed(what)));
    }

    /** A change after which all factors are as before. */
    public static FactorEdit ofNoFactor(BooleanSupplier make) {
        return new FactorEdit(make, List.of());
    }
}
