package io.countersign.gateway.web.phone;

import io.countersign.gateway.account.Password;
import io.countersign.gateway.enrol.RemovePhone;
import io.countersign.gateway.enrol.RemovePhoneOutcome;
import io.countersign.gateway.factor.FactorName;
import io.countersign.gateway.phone.Phone;
import io.countersign.gateway.phone.Phones;
import io.countersign.gateway.session.SignedIn;
import io.countersign.gateway.web.AfterRemoval;
import io.countersign.gateway.web.Origins;
import io.countersign.gateway.web.RemovalWarning;
import io.countersign.gateway.web.StepUpRefusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Names and removes phones. */
@Controller
@RequestMapping("/security/phones/{id}")
class PhoneController {

    private static final String GONE = "redirect:" + Proofs.GONE;

    private final Phones phones;
    private final RemovePhone removePhone;
    private final RemovalWarning warning;

    PhoneController(Phones phones, RemovePhone removePhone, RemovalWarning warning) {
        this.warning = warning;
        this.phones = phones;
        this.removePhone = removePhone;
    }

    @PostMapping("/name")
    String name(SignedIn who, @PathVariable UUID id, @RequestParam(defaultValue = "") String name) {
        Optional<FactorName> parsed = FactorName.parse(name);
        if (parsed.isEmpty()) {
            return "redirect:/security?name-refused";
        }
        return phones.rename(who.account(), id, parsed.get()) ? "redirect:/security?named" : GONE;
    }

    @GetMapping("/remove")
    String removal(SignedIn who, @PathVariable UUID id, Model model) {
        Optional<Phone> phone = phones.find(who.account(), id);
        if (phone.isEmpty()) {
            return GONE;
        }
        model.addAttribute("phone", phone.get());
        warning.show(who.account(), List.of(id), model);
        return "phone-remove";
    }

    @PostMapping("/remove")
    String remove(
            SignedIn who,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        RemovePhoneOutcome outcome =
                removePhone.remove(
                        who, id, new Password(password), Origins.of(request), request, response);
        return switch (outcome) {
            case RemovePhoneOutcome.Removed _ -> AfterRemoval.leadsTo(request, "/security?removed");
            case RemovePhoneOutcome.NoSuchPhone _ -> GONE;
            case RemovePhoneOutcome.StepUpFirst first -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                StepUpRefusal.show(first.refused(), model);
                yield removal(who, id, model);
            }
        };
    }

    /** Gives up the proof of a phone that is being added. */
    @PostMapping("/cancel")
    String cancel(SignedIn who, @PathVariable UUID id) {
        return removePhone.cancel(who, id) ? "redirect:/security" : GONE;
    }
}
