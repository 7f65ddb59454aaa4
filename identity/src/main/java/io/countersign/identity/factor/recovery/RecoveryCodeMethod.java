package io.countersign.identity.factor.recovery;

import io.countersign.challenge.Method;
import io.countersign.engine.answer.SubmittedAnswer;
import io.countersign.engine.answer.Verification;
import io.countersign.identity.account.AccountId;
import io.countersign.identity.event.SecurityEvent.RecoveryCodeUsed;
import io.countersign.identity.event.SecurityEvents;
import io.countersign.identity.factor.Factor;
import io.countersign.identity.factor.FactorId;
import io.countersign.identity.factor.FactorKind;
import io.countersign.identity.method.MethodRole;
import io.countersign.identity.method.MethodSettings;
import io.countersign.identity.method.TypedMethod;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** One of the account's recovery codes. */
@Component
class RecoveryCodeMethod implements TypedMethod {

    private static final FactorKind KIND = new FactorKind("RECOVERY_CODES");

    private final RecoveryCodes codes;
    private final SecurityEvents events;

    RecoveryCodeMethod(RecoveryCodes codes, SecurityEvents events) {
        this.codes = codes;
        this.events = events;
    }

    @Override
    public Method method() {
        return Method.RECOVERY_CODE;
    }

    @Override
    public String word() {
        return "recovery-code";
    }

    @Override
    public int rank() {
        return 50;
    }

    @Override
    public MethodRole role(MethodSettings settings) {
        return settings.recoveryCode();
    }

    @Override
    public boolean lastResort() {
        return true;
    }

    /** All codes are one factor, as long as one is left. */
    @Override
    public List<Factor> factors(AccountId account) {
        RemainingRecoveryCodes.Stock stock = codes.stock(account);
        return stock.left() == 0
                ? List.of()
                : List.of(
                        new Factor(
                                KIND,
                                new FactorId(account.value()),
                                "",
                                "",
                                stock.lastUsedAt().orElse(null)));
    }

    /** With 75 random bits, practically none. */
    @Override
    public double chance(AccountId account) {
        return 0;
    }

    @Override
    public Optional<SubmittedAnswer> read(AccountId account, String typed) {
        return RecoveryCode.read(typed).map(code -> _ -> verify(account, code));
    }

    private Verification verify(AccountId account, RecoveryCode code) {
        return codes.find(account, code)
                .<Verification>map(found -> new Verification.Matches(() -> spend(account, found)))
                .orElseGet(Verification.DoesNotMatch::plainly);
    }

    private void spend(AccountId account, UUID code) {
        codes.spend(account, code);
        events.append(new RecoveryCodeUsed(account, codes.stock(account).left()));
    }
}
