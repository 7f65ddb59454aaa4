package io.countersign.gateway.api.factor;

import io.countersign.challenge.Method;
import io.countersign.gateway.access.Access;
import io.countersign.gateway.access.OpenTo;
import io.countersign.gateway.api.Problem;
import io.countersign.gateway.api.ProblemType;
import io.countersign.identity.caller.SignedIn;
import io.countersign.identity.method.Preference;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The methods of the signed-in person, and which of them comes first. */
@RestController
@RequestMapping("/api/v1/methods")
class MethodsResource {

    private final Preference preference;

    MethodsResource(Preference preference) {
        this.preference = preference;
    }

    /**
     * Which one is to come first.
     *
     * @param preferred null for the safest
     */
    record PreferRequest(@Nullable Method preferred) {}

    @OpenTo(Access.SIGNED_IN)
    @GetMapping
    Preference.Choice methods(SignedIn who) {
        return preference.of(who.account());
    }

    @OpenTo(Access.SIGNED_IN)
    @PatchMapping
    ResponseEntity<Object> prefer(SignedIn who, @RequestBody PreferRequest body) {
        Method preferred = body.preferred();
        if (preferred == null) {
            preference.leaveToUs(who.account());
        } else if (!preference.prefer(who.account(), preferred)) {
            return Problem.of(ProblemType.METHOD_NOT_OFFERED).answer();
        }
        return ResponseEntity.ok(methods(who));
    }
}
