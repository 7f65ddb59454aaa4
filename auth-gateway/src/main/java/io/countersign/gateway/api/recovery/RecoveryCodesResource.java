package io.countersign.gateway.api.recovery;

import io.countersign.gateway.access.Access;
import io.countersign.gateway.access.OpenTo;
import io.countersign.gateway.api.PasswordAgain;
import io.countersign.gateway.api.PasswordProblems;
import io.countersign.gateway.api.Problem;
import io.countersign.gateway.api.ProblemType;
import io.countersign.identity.caller.Caller;
import io.countersign.identity.caller.SignedIn;
import io.countersign.identity.credential.ReenterOutcome;
import io.countersign.identity.factor.recovery.IssueRecoveryCodes;
import io.countersign.identity.factor.recovery.RecoveryCode;
import io.countersign.identity.factor.recovery.RecoveryCodeSettings;
import io.countersign.identity.factor.recovery.RemainingRecoveryCodes;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The recovery codes of the signed-in person. */
@RestController
@RequestMapping("/api/v1/recovery-codes")
class RecoveryCodesResource {

    private final RemainingRecoveryCodes codes;
    private final RecoveryCodeSettings settings;
    private final IssueRecoveryCodes issue;

    RecoveryCodesResource(
            RemainingRecoveryCodes codes, RecoveryCodeSettings settings, IssueRecoveryCodes issue) {
        this.codes = codes;
        this.settings = settings;
        this.issue = issue;
    }

    /**
     * What the account has.
     *
     * @param left how many codes can still be used
     * @param lastUsedAt when one last signed in; null when none has
     * @param viewable whether they can be seen again
     */
    record StockView(int left, @Nullable Instant lastUsedAt, boolean viewable) {}

    /** Codes in clear. Does not print. */
    record CodesView(List<String> codes) {

        CodesView {
            codes = List.copyOf(codes);
        }

        @Override
        public String toString() {
            return "CodesView[••••••]";
        }
    }

    @OpenTo(Access.SIGNED_IN)
    @GetMapping
    StockView stock(SignedIn who) {
        RemainingRecoveryCodes.Stock stock = codes.stock(who.account());
        return new StockView(stock.left(), stock.lastUsedAt().orElse(null), settings.viewable());
    }

    /**
     * Replaces all codes with new ones; all other sessions end, this one continues under a new id.
     */
    @PostMapping
    ResponseEntity<Object> replace(Caller caller, @RequestBody PasswordAgain body) {
        return answer(issue.replace(caller, body.given()));
    }

    /** Shows the unused codes again, where policy allows it. */
    @PostMapping("/view")
    ResponseEntity<Object> view(Caller caller, @RequestBody PasswordAgain body) {
        return answer(issue.view(caller, body.given()));
    }

    private static ResponseEntity<Object> answer(IssueRecoveryCodes.Outcome outcome) {
        return switch (outcome) {
            case IssueRecoveryCodes.Outcome.Codes(List<RecoveryCode> shown) ->
                    ResponseEntity.ok(
                            new CodesView(shown.stream().map(RecoveryCode::readable).toList()));
            case IssueRecoveryCodes.Outcome.NotPossible _ ->
                    Problem.of(ProblemType.RECOVERY_CODES_NOT_POSSIBLE).answer();
            case IssueRecoveryCodes.Outcome.PasswordNotTaken(ReenterOutcome.Refused refused) ->
                    PasswordProblems.of(refused).answer();
        };
    }
}
