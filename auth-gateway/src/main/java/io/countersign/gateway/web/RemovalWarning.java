package io.countersign.gateway.web;

import io.countersign.identity.account.AccountId;
import io.countersign.identity.factor.Factor;
import io.countersign.identity.factor.FactorId;
import io.countersign.identity.method.Offers;
import io.countersign.identity.policy.SecondFactorPolicy;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Warns what follows if an account loses its last factor. */
@Component
public class RemovalWarning {

    private final Offers offers;
    private final SecondFactorPolicy policy;

    RemovalWarning(Offers offers, SecondFactorPolicy policy) {
        this.offers = offers;
        this.policy = policy;
    }

    /**
     * Puts into the model whether nothing would be left, and whether that signs the person out.
     *
     * @param gone the ids of the factors that would go
     */
    public void show(AccountId account, Collection<FactorId> gone, Model model) {
        List<FactorId> all = offers.factors(account).stream().map(Factor::id).toList();
        boolean last = !all.isEmpty() && gone.containsAll(all);
        model.addAttribute("last", last);
        model.addAttribute("forced", last && policy.requires(account));
    }
}
