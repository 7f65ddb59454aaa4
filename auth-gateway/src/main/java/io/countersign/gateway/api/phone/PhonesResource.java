package io.countersign.gateway.api.phone;

import io.countersign.gateway.account.Password;
import io.countersign.gateway.api.Problem;
import io.countersign.gateway.api.ProblemType;
import io.countersign.gateway.api.StepUpProblems;
import io.countersign.gateway.enrol.RemovePhone;
import io.countersign.gateway.enrol.RemovePhoneOutcome;
import io.countersign.gateway.enrol.StepUpOutcome;
import io.countersign.gateway.factor.FactorName;
import io.countersign.gateway.phone.Phones;
import io.countersign.gateway.phone.ServedRegions;
import io.countersign.gateway.phone.ServedRegions.Region;
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
import org.springframework.web.bind.annotation.RestController;

/** The phones of who is signed in. */
@RestController
class PhonesResource {

    private final PhoneViews views;
    private final Phones phones;
    private final ServedRegions served;
    private final RemovePhone removePhone;

    PhonesResource(PhoneViews views, Phones phones, ServedRegions served, RemovePhone removePhone) {
        this.views = views;
        this.phones = phones;
        this.served = served;
        this.removePhone = removePhone;
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

    /** The countries that codes are sent to. */
    @GetMapping("/api/v1/regions")
    List<Region> regions() {
        return served.all();
    }

    @GetMapping("/api/v1/phones")
    PhonesView phones(SignedIn who) {
        return views.all(who);
    }

    @PatchMapping("/api/v1/phones/{id}")
    ResponseEntity<Object> rename(
            SignedIn who, @PathVariable UUID id, @RequestBody RenameRequest body) {
        Optional<FactorName> name = FactorName.parse(Objects.requireNonNullElse(body.name(), ""));
        if (name.isEmpty()) {
            return Problem.of(ProblemType.PHONE_NAME_REFUSED).answer();
        }
        return phones.rename(who.account(), id, name.get())
                ? ResponseEntity.of(views.one(who, id).map(Object.class::cast))
                : Problem.of(ProblemType.PHONE_NOT_FOUND).answer();
    }

    /** Removes it as a factor; all other sessions end, this one goes on under a new id. */
    @PostMapping("/api/v1/phones/{id}/remove")
    ResponseEntity<Object> remove(
            SignedIn who,
            @PathVariable UUID id,
            @RequestBody RemoveRequest body,
            HttpServletRequest request,
            HttpServletResponse response) {
        Password password = new Password(Objects.requireNonNullElse(body.password(), ""));
        RemovePhoneOutcome outcome =
                removePhone.remove(who, id, password, Origins.of(request), request, response);
        return switch (outcome) {
            case RemovePhoneOutcome.Removed _ -> ResponseEntity.noContent().build();
            case RemovePhoneOutcome.NoSuchPhone _ ->
                    Problem.of(ProblemType.PHONE_NOT_FOUND).answer();
            case RemovePhoneOutcome.StepUpFirst(StepUpOutcome.Refused refused) ->
                    StepUpProblems.of(refused).answer();
        };
    }
}
