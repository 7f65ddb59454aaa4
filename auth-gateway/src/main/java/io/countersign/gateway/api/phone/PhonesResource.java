package io.countersign.gateway.api.phone;

import io.countersign.challenge.Method;
import io.countersign.gateway.access.Access;
import io.countersign.gateway.access.OpenTo;
import io.countersign.gateway.api.ChangeAnswers;
import io.countersign.gateway.api.Problem;
import io.countersign.gateway.api.ProblemType;
import io.countersign.identity.account.Password;
import io.countersign.identity.caller.Caller;
import io.countersign.identity.caller.SignedIn;
import io.countersign.identity.factor.FactorId;
import io.countersign.identity.factor.phone.PhoneUses;
import io.countersign.identity.factor.phone.ServedRegions;
import io.countersign.identity.factor.phone.ServedRegions.Region;
import io.countersign.identity.factor.phone.enrol.UsePhone;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The phones of the signed-in person. */
@RestController
class PhonesResource {

    private final PhoneViews views;
    private final ServedRegions served;
    private final UsePhone usePhone;

    PhonesResource(PhoneViews views, ServedRegions served, UsePhone usePhone) {
        this.views = views;
        this.served = served;
        this.usePhone = usePhone;
    }

    /**
     * What a phone is to serve for. Does not print the password.
     *
     * @param uses {@code SMS}, {@code CALL} or both
     */
    record UsesRequest(@Nullable Set<Method> uses, @Nullable String password) {

        @Override
        public String toString() {
            return "UsesRequest[" + uses + "]";
        }
    }

    /** The countries that codes are sent to. */
    @OpenTo(Access.ENROLLING)
    @GetMapping("/api/v1/regions")
    List<Region> regions() {
        return served.all();
    }

    @OpenTo(Access.SIGNED_IN)
    @GetMapping("/api/v1/phones")
    PhonesView phones(SignedIn who) {
        return views.all(who);
    }

    /** All other sessions end; this one continues under a new id. */
    @PostMapping("/api/v1/phones/{id}/uses")
    ResponseEntity<Object> use(
            Caller caller, @PathVariable FactorId id, @RequestBody UsesRequest body) {
        Optional<PhoneUses> uses = PhoneUses.of(Objects.requireNonNullElse(body.uses(), Set.of()));
        if (uses.isEmpty()) {
            return Problem.of(ProblemType.PHONE_USES_REFUSED).answer();
        }
        return ChangeAnswers.of(
                usePhone.use(
                        caller,
                        id,
                        uses.get(),
                        new Password(Objects.requireNonNullElse(body.password(), ""))),
                ProblemType.PHONE_NOT_FOUND);
    }
}
