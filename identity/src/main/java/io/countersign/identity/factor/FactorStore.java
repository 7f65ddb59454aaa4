package io.countersign.identity.factor;

import java.util.List;
import java.util.UUID;

/** Keeps the factors of one kind, each of which has a name and goes on its own. */
public interface FactorStore {

    /** The one used last first; those that cannot be used now too. */
    List<Factor> factors(UUID account);

    /** False where the account has no such factor. */
    boolean rename(UUID account, UUID id, FactorName name);

    /** False where the account has no such factor. */
    boolean remove(UUID account, UUID id);
}
