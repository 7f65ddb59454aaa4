package io.countersign.gateway.web.recovery;

import io.countersign.gateway.web.kept.KeptForSession;
import io.countersign.identity.account.Accounts;
import io.countersign.identity.caller.SignedIn;
import io.countersign.identity.factor.recovery.RecoveryCode;
import io.countersign.identity.factor.recovery.RemainingRecoveryCodes;
import io.countersign.identity.factor.totp.AuthenticatorSettings;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Codes that a session was given, until the person says that they have kept them. */
@Component
public class CodesPage {

    /** Where they are shown. */
    static final String PATH = "/security/recovery-codes/new";

    private static final String NAME = "recovery-codes";
    private static final Duration KEPT = Duration.ofMinutes(15);

    private final Accounts accounts;
    private final RemainingRecoveryCodes codes;
    private final AuthenticatorSettings settings;
    private final KeptForSession kept;
    private final Clock clock;

    CodesPage(
            Accounts accounts,
            RemainingRecoveryCodes codes,
            AuthenticatorSettings settings,
            KeptForSession kept,
            Clock clock) {
        this.accounts = accounts;
        this.codes = codes;
        this.settings = settings;
        this.kept = kept;
        this.clock = clock;
    }

    void keep(List<RecoveryCode> given, SignedIn who, HttpServletRequest request) {
        Instant now = clock.instant();
        List<String> lines = given.stream().map(RecoveryCode::readable).toList();
        String text = LocalDate.ofInstant(now, ZoneOffset.UTC) + "\n" + String.join("\n", lines);
        kept.keep(request, who, NAME, text, now.plus(KEPT));
    }

    /** Empty where there are none, or they have become useless meanwhile. */
    public Optional<CodesSheet> find(SignedIn who, HttpServletRequest request) {
        return kept.find(request, who, NAME)
                .filter(_ -> codes.stock(who.account()).left() > 0)
                .map(text -> sheet(who, text.lines().toList()));
    }

    void forget(HttpServletRequest request) {
        kept.forget(request, NAME);
    }

    private CodesSheet sheet(SignedIn who, List<String> lines) {
        String account =
                accounts.find(who.account()).map(found -> found.email().value()).orElse("");
        return new CodesSheet(
                settings.issuer(),
                account,
                LocalDate.parse(lines.getFirst()),
                lines.subList(1, lines.size()));
    }
}
