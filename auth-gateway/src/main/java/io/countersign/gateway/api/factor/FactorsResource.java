package io.countersign.gateway.api.factor;

import io.countersign.gateway.access.Access;
import io.countersign.gateway.access.OpenTo;
import io.countersign.gateway.api.ChangeAnswers;
import io.countersign.gateway.api.PasswordAgain;
import io.countersign.gateway.api.Problem;
import io.countersign.gateway.api.ProblemType;
import io.countersign.identity.caller.Caller;
import io.countersign.identity.caller.SignedIn;
import io.countersign.identity.enrol.Disconnect;
import io.countersign.identity.factor.Factor;
import io.countersign.identity.factor.FactorId;
import io.countersign.identity.factor.FactorName;
import io.countersign.identity.factor.NamedFactors;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The factors of the signed-in person, except recovery codes. */
@RestController
class FactorsResource {

    private final NamedFactors factors;
    private final Disconnect disconnect;

    FactorsResource(NamedFactors factors, Disconnect disconnect) {
        this.factors = factors;
        this.disconnect = disconnect;
    }

    /** A new name, from 1 to {@value FactorName#LONGEST} characters. */
    record RenameRequest(@Nullable String name) {}

    @OpenTo(Access.SIGNED_IN)
    @GetMapping("/api/v1/factors")
    List<Factor> factors(SignedIn who) {
        return factors.of(who.account());
    }

    @OpenTo(Access.SIGNED_IN)
    @PatchMapping("/api/v1/factors/{id}")
    ResponseEntity<Object> rename(
            SignedIn who, @PathVariable FactorId id, @RequestBody RenameRequest body) {
        Optional<FactorName> name = FactorName.parse(Objects.requireNonNullElse(body.name(), ""));
        if (name.isEmpty()) {
            return Problem.of(ProblemType.FACTOR_NAME_REFUSED).answer();
        }
        return factors.rename(who.account(), id, name.get())
                ? ResponseEntity.of(factors.find(who.account(), id).map(Object.class::cast))
                : Problem.of(ProblemType.FACTOR_NOT_FOUND).answer();
    }

    /** All other sessions end; this one continues under a new id. */
    @PostMapping("/api/v1/factors/{id}/remove")
    ResponseEntity<Object> remove(
            Caller caller, @PathVariable FactorId id, @RequestBody PasswordAgain body) {
        return ChangeAnswers.of(
                disconnect.one(caller, id, body.given()), ProblemType.FACTOR_NOT_FOUND);
    }

    /** Removes all of them, and the recovery codes. */
    @PostMapping("/api/v1/disconnect")
    ResponseEntity<Object> removeAll(Caller caller, @RequestBody PasswordAgain body) {
        return ChangeAnswers.of(disconnect.all(caller, body.given()), ProblemType.FACTOR_NOT_FOUND);
    }
}
