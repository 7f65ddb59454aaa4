package io.countersign.identity.change;

import io.countersign.identity.account.AccountId;
import io.countersign.identity.event.SecurityEvents;
import io.countersign.identity.policy.NoDuty;
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
        return new FactorChange(new Scope(), new NoDuty(true), events);
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
}
