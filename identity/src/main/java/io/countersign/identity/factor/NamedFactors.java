package io.countersign.identity.factor;

import io.countersign.identity.account.AccountId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** All that an account has connected, of every kind; recovery codes have no names, so not those. */
@Component
public class NamedFactors {

    private final List<FactorStore> stores;

    NamedFactors(List<FactorStore> stores) {
        this.stores = List.copyOf(stores);
    }

    public List<Factor> of(AccountId account) {
        return stores.stream().flatMap(store -> store.factors(account).stream()).toList();
    }

    public Optional<Factor> find(AccountId account, FactorId id) {
        return of(account).stream().filter(factor -> factor.id().equals(id)).findFirst();
    }

    /** False where the account has no such factor. */
    public boolean rename(AccountId account, FactorId id, FactorName name) {
        return stores.stream().anyMatch(store -> store.rename(account, id, name));
    }

    /** False where the account has no such factor. The caller holds the account. */
    public boolean remove(AccountId account, FactorId id) {
        return stores.stream().anyMatch(store -> store.remove(account, id));
    }
}
