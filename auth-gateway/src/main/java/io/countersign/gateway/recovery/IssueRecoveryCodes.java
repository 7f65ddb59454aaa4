package io.countersign.gateway.recovery;

import io.countersign.events.NoticeKind;
import io.countersign.gateway.account.Password;
import io.countersign.gateway.alert.Alerts;
import io.countersign.gateway.challenge.Offers;
import io.countersign.gateway.session.FactorChange;
import io.countersign.gateway.session.Removal;
import io.countersign.gateway.session.SignedIn;
import io.countersign.gateway.signin.Origin;
import io.countersign.gateway.signin.ReenterOutcome;
import io.countersign.gateway.signin.ReenterPassword;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Gives people recovery codes, and shows them again where policy lets it. */
@Service
public class IssueRecoveryCodes {

    private final RecoveryCodes codes;
    private final RecoveryCodeSettings settings;
    private final Offers offers;
    private final ReenterPassword reenter;
    private final FactorChange factorChange;
    private final Alerts alerts;

    IssueRecoveryCodes(
            RecoveryCodes codes,
            RecoveryCodeSettings settings,
            Offers offers,
            ReenterPassword reenter,
            FactorChange factorChange,
            Alerts alerts) {
        this.codes = codes;
        this.settings = settings;
        this.offers = offers;
        this.reenter = reenter;
        this.factorChange = factorChange;
        this.alerts = alerts;
    }

    /** What became of asking for codes. */
    public sealed interface Outcome {

        /** To be shown now. */
        record Codes(List<RecoveryCode> codes) implements Outcome {

            public Codes {
                codes = List.copyOf(codes);
            }
        }

        /** The account has no factor that they could stand in for, or policy does not let it. */
        record NotPossible() implements Outcome {}

        /** The password that was asked for again did not do. */
        record PasswordNotTaken(ReenterOutcome.Refused refused) implements Outcome {}
    }

    /** Replaces all codes. All other sessions end; this one goes on under a new id. */
    public Outcome replace(
            SignedIn who,
            Password password,
            Origin origin,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!offers.hasFactor(who.account())) {
            return new Outcome.NotPossible();
        }
        if (reenter.check(who.account(), password, origin)
                instanceof ReenterOutcome.Refused refused) {
            return new Outcome.PasswordNotTaken(refused);
        }
        List<RecoveryCode> fresh = new ArrayList<>();
        Removal replaced =
                factorChange.remove(
                        who, () -> replace(who.account(), fresh, request), request, response);
        return replaced == Removal.DONE ? new Outcome.Codes(fresh) : new Outcome.NotPossible();
    }

    private boolean replace(UUID account, List<RecoveryCode> fresh, HttpServletRequest request) {
        alerts.tell(account, NoticeKind.RECOVERY_CODES_REGENERATED, request);
        return fresh.addAll(codes.replace(account));
    }

    /** Shows the unused codes again. */
    public Outcome view(SignedIn who, Password password, Origin origin) {
        if (!settings.viewable()) {
            return new Outcome.NotPossible();
        }
        return switch (reenter.check(who.account(), password, origin)) {
            case ReenterOutcome.Refused refused -> new Outcome.PasswordNotTaken(refused);
            case ReenterOutcome.Right _ -> new Outcome.Codes(codes.view(who.account()));
        };
    }
}
