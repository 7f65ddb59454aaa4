package io.countersign.identity.method;

import io.countersign.challenge.Method;
import io.countersign.engine.answer.SubmittedAnswer;
import io.countersign.identity.account.AccountId;
import io.countersign.identity.factor.Factor;
import io.countersign.identity.factor.FactorId;
import io.countersign.identity.factor.FactorKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A method that an account can use as soon as a test says so. */
public class FakeMethod implements TypedMethod {

    private final Method method;
    private final int rank;
    private final Function<MethodSettings, MethodRole> role;
    private final Map<AccountId, Factor> factors = new HashMap<>();

    public FakeMethod(Method method, int rank, Function<MethodSettings, MethodRole> role) {
        this.method = method;
        this.rank = rank;
        this.role = role;
    }

    public void give(AccountId account) {
        FactorKind kind = new FactorKind(method.name());
        factors.put(account, new Factor(kind, FactorId.next(), "", "", null));
    }

    public void take(AccountId account) {
        factors.remove(account);
    }

    @Override
    public Method method() {
        return method;
    }

    @Override
    public String word() {
        return method.name();
    }

    @Override
    public int rank() {
        return rank;
    }

    @Override
    public MethodRole role(MethodSettings settings) {
        return role.apply(settings);
    }

    @Override
    public boolean lastResort() {
        return method == Method.RECOVERY_CODE;
    }

    @Override
    public List<Factor> factors(AccountId account) {
        return Optional.ofNullable(factors.get(account)).stream().toList();
    }

    @Override
    public Optional<SubmittedAnswer> read(AccountId account, String typed) {
        return Optional.empty();
    }

    @Override
    public double chance(AccountId account) {
        return 0;
    }
}
