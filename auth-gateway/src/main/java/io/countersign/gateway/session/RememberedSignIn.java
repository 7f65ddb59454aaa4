package io.countersign.gateway.session;

import io.countersign.challenge.Approved;
import io.countersign.gateway.account.Accounts;
import io.countersign.gateway.remembered.RememberedDevices;
import io.countersign.gateway.signin.Attempt;
import io.countersign.gateway.signin.Attempts;
import io.countersign.gateway.signin.GuessLedger;
import io.countersign.gateway.signin.RandomToken;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Remembers devices at sign-in, and signs in who comes back on one. That session holds no second
 * factor of its own, so whoever wants to change a factor in it steps up first.
 */
@Service
public class RememberedSignIn {

    private final Accounts accounts;
    private final Attempts attempts;
    private final RememberedDevices devices;
    private final GuessLedger ledger;
    private final Sessions sessions;
    private final CopiedDevices copied;

    RememberedSignIn(
            Accounts accounts,
            Attempts attempts,
            RememberedDevices devices,
            GuessLedger ledger,
            Sessions sessions,
            CopiedDevices copied) {
        this.accounts = accounts;
        this.attempts = attempts;
        this.ledger = ledger;
        this.devices = devices;
        this.sessions = sessions;
        this.copied = copied;
    }

    /**
     * Signs in without a challenge, for a second factor that was given earlier on the device that
     * asks. False, and nothing has happened, where the device is not remembered for this account or
     * not any more, where another request has just used its token, where so many wrong codes were
     * tried for the account that a recovery code is needed, and when the attempt or the account has
     * ended meanwhile. False too where the token was used longer ago, and then the device is
     * forgotten.
     */
    @Transactional
    public boolean complete(
            Attempt attempt, HttpServletRequest request, HttpServletResponse response) {
        Optional<RandomToken> shown = RememberedCookie.of(request);
        if (shown.isEmpty() || !accounts.hold(attempt.account())) {
            return false;
        }
        copied.look(attempt.account(), shown.get(), request);
        if (ledger.spent(attempt)) {
            return false;
        }
        Optional<UUID> device =
                devices.hold(attempt.account(), shown.get())
                        .filter(held -> attempts.signInFrom(attempt.id(), held));
        device.ifPresent(
                held -> {
                    RememberedCookie.set(devices.renew(held, attempt), response);
                    sessions.enter(attempt, Factors.SECOND_REMEMBERED, request, response);
                });
        return device.isPresent();
    }

    /**
     * Completes like {@link Sessions#complete}, and has the device remembered where the person
     * wants that and policy lets them. One that never got its new token is forgotten.
     */
    @Transactional
    public boolean complete(
            Attempt attempt,
            Approved approved,
            boolean remember,
            HttpServletRequest request,
            HttpServletResponse response) {
        boolean completed = sessions.complete(attempt, approved, request, response);
        Optional<RandomToken> shown = RememberedCookie.of(request);
        if (completed) {
            ledger.beginAnew(attempt.account(), attempt.id());
            shown.ifPresent(token -> devices.forgetOutdated(attempt.account(), token));
        }
        if (completed && remember) {
            devices.remember(attempt, shown)
                    .ifPresent(pass -> RememberedCookie.set(pass, response));
        }
        return completed;
    }
}
