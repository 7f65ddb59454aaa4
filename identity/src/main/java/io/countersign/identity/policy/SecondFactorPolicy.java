package io.countersign.identity.policy;

import io.countersign.identity.account.AccountId;
import io.countersign.identity.method.Offers;
import io.countersign.identity.policy.PolicySettings.Demand;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Which accounts must have a second factor: by the setting, or by the table's row for the account
 * or for all.
 */
@Repository
public class SecondFactorPolicy implements SecondFactorDuty {

    private final JdbcClient jdbc;
    private final PolicySettings settings;
    private final Offers offers;

    SecondFactorPolicy(JdbcClient jdbc, PolicySettings settings, Offers offers) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.offers = offers;
    }

    /** Whether the account may not be without one. */
    public boolean requires(AccountId account) {
        return settings.secondFactor() == Demand.REQUIRED
                || jdbc.sql(
                                """
                                select exists (select from second_factor_policy
                                where (account_id = :account or account_id is null) and required_from <= now())
                                """)
                        .param("account", account.value())
                        .query(Boolean.class)
                        .single();
    }

    @Override
    public boolean has(AccountId account) {
        return offers.hasFactor(account);
    }

    @Override
    public boolean unmet(AccountId account) {
        return !offers.hasFactor(account) && requires(account);
    }

    @Override
    public boolean onlyFallbacks(AccountId account) {
        return offers.onlyFallbacks(account);
    }
}
