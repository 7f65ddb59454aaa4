package io.countersign.gateway.api.authenticator;

import io.countersign.gateway.account.Password;
import io.countersign.gateway.api.Problem;
import io.countersign.gateway.api.ProblemType;
import io.countersign.gateway.api.StepUpProblems;
import io.countersign.gateway.authenticator.Authenticators;
import io.countersign.gateway.authenticator.RemoveAuthenticator;
import io.countersign.gateway.enrol.StepUpOutcome;
import io.countersign.gateway.factor.FactorName;
import io.countersign.gateway.session.SignedIn;
import io.countersign.gateway.web.Origins;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The authenticators of who is signed in. */
@RestController
@RequestMapping("/api/v1/authenticators")
class AuthenticatorsResource {

    private final Authenticators authenticators;
    private final RemoveAuthenticator removeAuthenticator;

    AuthenticatorsResource(Authenticators authenticators, RemoveAuthenticator removeAuthenticator) {
        this.authenticators = authenticators;
        this.removeAuthenticator = removeAuthenticator;
    }

    /** A new name, from 1 to {@value FactorName#LONGEST} characters. */
    record RenameRequest(@Nullable String name) {}

    /** The password once more. Does not print. */
    record RemoveRequest(@Nullable String password) {

        @Override
        public String toString() {
            return "RemoveRequest[••••••]";
        }
    }

    /** The one used last first. */
    @GetMapping
    List<AuthenticatorView> authenticators(SignedIn who) {
        return authenticators.of(who.account()).stream().map(AuthenticatorView::of).toList();
    }

    @PatchMapping("/{id}")
    ResponseEntity<Object> rename(
            SignedIn who, @PathVariable UUID id, @RequestBody RenameRequest body) {
        Optional<FactorName> name = FactorName.parse(Objects.requireNonNullElse(body.name(), ""));
        if (name.isEmpty()) {
            return Problem.of(ProblemType.AUTHENTICATOR_NAME_REFUSED).answer();
        }
        return authenticators.rename(who.account(), id, name.get())
                ? ResponseEntity.of(
                        authenticators
                                .find(who.account(), id)
                                .map(AuthenticatorView::of)
                                .map(Object.class::cast))
                : Problem.of(ProblemType.AUTHENTICATOR_NOT_FOUND).answer();
    }

    /** Removes it as a factor; all other sessions end, this one goes on under a new id. */
    @PostMapping("/{id}/remove")
    ResponseEntity<Object> remove(
            SignedIn who,
            @PathVariable UUID id,
            @RequestBody RemoveRequest body,
            HttpServletRequest request,
            HttpServletResponse response) {
        Password password = new Password(Objects.requireNonNullElse(body.password(), ""));
        return switch (removeAuthenticator.remove(
                who, id, password, Origins.of(request), request, response)) {
            case RemoveAuthenticator.Outcome.Removed _ -> ResponseEntity.noContent().build();
            case RemoveAuthenticator.Outcome.NoneSuch _ ->
                    Problem.of(ProblemType.AUTHENTICATOR_NOT_FOUND).answer();
            case RemoveAuthenticator.Outcome.StepUpFirst(StepUpOutcome.Refused refused) ->
                    StepUpProblems.of(refused).answer();
        };
    }
}
