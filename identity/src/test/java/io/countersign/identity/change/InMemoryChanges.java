package io.countersign.identity.change;

import io.countersign.identity.account.AccountId;
import io.countersign.identity.event.SecurityEvents;
import io.countersign.identity.policy.SecondFactorDuty;
import java.util.ArrayList;
import java.util.List;

/** Changes to accounts that may be used, by people who need not have a second factor. */
public final class InMemoryChanges {

    private final List<AccountId> ended = new ArrayList<>();

    /** The accounts of which everything else has ended, in this order. */
    public List<AccountId> ended() {
        return List.copyOf(ended);
    }

    public FactorChange announcedTo(SecurityEvents events) {
        return new FactorChange(new Scope(), new NoDuty(), events);
    }

    private final class Scope implements ChangeScope {

        @Override
        public boolean hold(AccountId account, String session) {
            return true;
        }

        @Override
        public void endAllBut(String session, AccountId account) {
            ended.add(account);
        }

        @Override
        public void undo() {
            throw new UnsupportedOperationException("there is nothing to undo it with");
        }
    }

    private static final class NoDuty implements SecondFactorDuty {

        @Override
        public boolean has(AccountId account) {
            return true;
        }

        @Override
        public boolean unmet(AccountId account) {
            return false;
        }

        @Override
        public boolean onlyFallbacks(AccountId account) {
            return false;
        }
    }
}
