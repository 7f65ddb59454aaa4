package io.countersign.identity.change;

import io.countersign.identity.event.Protection;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * A change to make, and what its owner is told of it.
 *
 * @param make makes it, in a transaction; says whether it did
 * @param turns what comes and goes by it, in the order in which that is told
 */
public record FactorEdit(BooleanSupplier make, List<Turn> turns) {

    public FactorEdit {
        turns = List.copyOf(turns);
    }

    /** Something that comes or goes. */
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
