package io.countersign.gateway.web.phone;

import io.countersign.challenge.Method;
import io.countersign.gateway.web.ChangeAnswer;
import io.countersign.identity.account.Password;
import io.countersign.identity.caller.Caller;
import io.countersign.identity.caller.SignedIn;
import io.countersign.identity.factor.FactorId;
import io.countersign.identity.factor.phone.Phone;
import io.countersign.identity.factor.phone.PhoneUses;
import io.countersign.identity.factor.phone.Phones;
import io.countersign.identity.factor.phone.enrol.UsePhone;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Chooses what a phone serves for. */
@Controller
@RequestMapping("/security/phones/{id}/uses")
class UseController {

    private static final String GONE = "redirect:/security?gone";

    private final Phones phones;
    private final UsePhone usePhone;

    UseController(Phones phones, UsePhone usePhone) {
        this.phones = phones;
        this.usePhone = usePhone;
    }

    @GetMapping
    String page(SignedIn who, @PathVariable FactorId id, Model model) {
        return phones.find(who.account(), id)
                .map(phone -> form(phone, phone.uses().methods(), model))
                .orElse(GONE);
    }

    @PostMapping
    String use(
            Caller caller,
            @PathVariable FactorId id,
            @RequestParam(defaultValue = "") Set<Method> uses,
            @RequestParam(defaultValue = "") String password,
            HttpServletResponse response,
            Model model) {
        Optional<Phone> phone = phones.find(caller.account(), id);
        if (phone.isEmpty()) {
            return GONE;
        }
        Optional<PhoneUses> chosen = PhoneUses.of(uses);
        if (chosen.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("usesFlaw", "phone.uses.none");
            return form(phone.get(), uses, model);
        }
        if (chosen.get().equals(phone.get().uses())) {
            return "redirect:/security";
        }
        return ChangeAnswer.to(
                usePhone.use(caller, id, chosen.get(), new Password(password)),
                "phone-used",
                response,
                model,
                () -> form(phone.get(), uses, model));
    }

    private static String form(Phone phone, Set<Method> chosen, Model model) {
        model.addAttribute("phone", phone);
        model.addAttribute("chosen", chosen);
        model.addAttribute("methods", PhoneUses.ALL.methods());
        return "phone-uses";
    }
}
