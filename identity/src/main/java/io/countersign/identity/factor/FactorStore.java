package io.countersign.identity.factor;

import io.countersign.identity.account.AccountId;
import java.util.List;

/** Keeps the factors of one kind, each of which has a name and goes on its own. */
public interface FactorStore {

    /** The one used last first; those that cannot be used now too. */
    List<Factor> factors(AccountId account);

    /** False where the account has no such factor. */
    boolean rename(AccountId account, FactorId id, FactorName name);

    /** False where the account has no such factor. */
    boolean remove(AccountId account, FactorId id);
}
