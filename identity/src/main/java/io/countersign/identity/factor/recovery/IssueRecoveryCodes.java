package io.countersign.identity.factor.recovery;

import io.countersign.identity.account.AccountId;
import io.countersign.identity.account.Password;
import io.countersign.identity.attempt.Origin;
import io.countersign.identity.caller.Caller;
import io.countersign.identity.change.FactorChange;
import io.countersign.identity.change.FactorEdit;
import io.countersign.identity.change.Removal;
import io.countersign.identity.credential.ReenterOutcome;
import io.countersign.identity.credential.ReenterPassword;
import io.countersign.identity.event.SecurityEvent.RecoveryCodesReplaced;
import io.countersign.identity.event.SecurityEvents;
import io.countersign.identity.method.Offers;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;

/** Gives people recovery codes, and shows them again where policy allows it. */
@Service
public class IssueRecoveryCodes {

    private final RecoveryCodes codes;
    private final RecoveryCodeSettings settings;
    private final Offers offers;
    private final ReenterPassword reenter;
    private final FactorChange factorChange;
    private final SecurityEvents events;

    IssueRecoveryCodes(
            RecoveryCodes codes,
            RecoveryCodeSettings settings,
            Offers offers,
            ReenterPassword reenter,
            FactorChange factorChange,
            SecurityEvents events) {
        this.codes = codes;
        this.settings = settings;
        this.offers = offers;
        this.reenter = reenter;
        this.factorChange = factorChange;
        this.events = events;
    }

    /** What became of asking for codes. */
    public sealed interface Outcome {

        /** To be shown now. */
        record Codes(List<RecoveryCode> codes) implements Outcome {

            public Codes {
                codes = List.copyOf(codes);
            }
        }

        /** The account has no factor that they could stand in for, or policy does not allow it. */
        record NotPossible() implements Outcome {}

        /** The password that was asked for again was not accepted. */
        record PasswordNotTaken(ReenterOutcome.Refused refused) implements Outcome {}
    }

    /** Replaces all codes. All other sessions end; this one continues under a new id. */
    public Outcome replace(Caller caller, Password password) {
        if (!offers.hasFactor(caller.account())) {
            return new Outcome.NotPossible();
        }
        if (reenter.check(caller.account(), password, caller.origin())
                instanceof ReenterOutcome.Refused refused) {
            return new Outcome.PasswordNotTaken(refused);
        }
        List<RecoveryCode> fresh = new ArrayList<>();
        Removal replaced =
                factorChange.remove(
                        caller,
                        FactorEdit.ofNoFactor(
                                () -> replace(caller.account(), fresh, caller.origin())));
        return replaced.made() ? new Outcome.Codes(fresh) : new Outcome.NotPossible();
    }

    private boolean replace(AccountId account, List<RecoveryCode> fresh, Origin origin) {
        events.append(new RecoveryCodesReplaced(account, origin));
        return fresh.addAll(codes.replace(account));
    }

    /** Shows the unused codes again. */
    public Outcome view(Caller caller, Password password) {
        if (!settings.viewable()) {
            return new Outcome.NotPossible();
        }
        return switch (reenter.check(caller.account(), password, caller.origin())) {
            case ReenterOutcome.Refused refused -> new Outcome.PasswordNotTaken(refused);
            case ReenterOutcome.Right _ -> new Outcome.Codes(codes.view(caller.account()));
        };
    }
}
