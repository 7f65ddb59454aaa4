package io.countersign.gateway.enrol;

import io.countersign.challenge.Method;
import io.countersign.gateway.account.Password;
import io.countersign.gateway.factor.Factor;
import io.countersign.gateway.factor.FactorKind;
import io.countersign.gateway.factor.MethodStops;
import io.countersign.gateway.session.FactorChange;
import io.countersign.gateway.session.SignedIn;
import io.countersign.gateway.signin.Origin;
import io.countersign.gateway.telegram.TelegramAccount;
import io.countersign.gateway.telegram.TelegramAccounts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Service;

/**
 * Removes Telegram accounts and switches Telegram off and on; each time all other sessions end, and
 * this one goes on under a new id.
 */
@Service
public class ChangeTelegram {

    /** All Telegram accounts together. */
    private static final Factor ALL = new Factor(FactorKind.TELEGRAM, new UUID(0, 0), "", "", null);

    private final TelegramAccounts telegram;
    private final MethodStops stops;
    private final StepUp stepUp;
    private final FactorChange factorChange;
    private final FactorAlerts alerts;

    ChangeTelegram(
            TelegramAccounts telegram,
            MethodStops stops,
            StepUp stepUp,
            FactorChange factorChange,
            FactorAlerts alerts) {
        this.telegram = telegram;
        this.stops = stops;
        this.stepUp = stepUp;
        this.factorChange = factorChange;
        this.alerts = alerts;
    }

    /** What became of a change. */
    public sealed interface Outcome {

        record Done() implements Outcome {}

        /** There is nothing to change, or not any more. */
        record NothingToDo() implements Outcome {}

        record StepUpFirst(StepUpOutcome.Refused refused) implements Outcome {}
    }

    /** Whether its owner has switched it off. */
    public boolean off(UUID account) {
        return stops.stopped(account, Method.TELEGRAM, MethodStops.Reason.OWNER);
    }

    public Outcome remove(
            SignedIn who,
            UUID id,
            Password password,
            Origin origin,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Factor> factor = telegram.find(who.account(), id).map(TelegramAccount::factor);
        if (factor.isEmpty()) {
            return new Outcome.NothingToDo();
        }
        BooleanSupplier removed =
                alerts.removed(
                        who.account(),
                        factor.get(),
                        request,
                        () -> telegram.remove(who.account(), id));
        return change(who, removed, password, origin, request, response);
    }

    public Outcome switchTo(
            boolean on,
            SignedIn who,
            Password password,
            Origin origin,
            HttpServletRequest request,
            HttpServletResponse response) {
        BooleanSupplier switched = () -> switchTo(on, who.account());
        BooleanSupplier told =
                on
                        ? alerts.added(who.account(), ALL, request, switched)
                        : alerts.removed(who.account(), ALL, request, switched);
        return change(who, told, password, origin, request, response);
    }

    private boolean switchTo(boolean on, UUID account) {
        if (on) {
            return stops.start(account, Method.TELEGRAM, MethodStops.Reason.OWNER);
        }
        boolean was = !off(account);
        stops.stop(account, Method.TELEGRAM, MethodStops.Reason.OWNER, null);
        return was;
    }

    private Outcome change(
            SignedIn who,
            BooleanSupplier change,
            Password password,
            Origin origin,
            HttpServletRequest request,
            HttpServletResponse response) {
        return switch (stepUp.check(who, password, origin)) {
            case StepUpOutcome.Refused refused -> new Outcome.StepUpFirst(refused);
            case StepUpOutcome.Granted _ ->
                    factorChange.remove(who, change, request, response)
                            ? new Outcome.Done()
                            : new Outcome.NothingToDo();
        };
    }
}
