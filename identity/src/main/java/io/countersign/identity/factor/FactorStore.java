package io.countersign.identity.factor;

import io.countersign.identity.account.AccountId;
import java.util.List;

/** Keeps the factors of one kind, each of which has a name and can be removed on its own. */
public interface FactorStore {

    /** The most recently used first, including those that cannot be used now. */
    List<Factor> factors(AccountId account);

    /** False where the account has no such factor. */
    boolean rename(AccountId account, FactorId id, FactorName name);

    /** False where the account has no such factor. */
    boolean remove(AccountId account, FactorId id);
}
