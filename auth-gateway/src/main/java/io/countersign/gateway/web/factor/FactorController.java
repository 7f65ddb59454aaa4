package io.countersign.gateway.web.factor;

import io.countersign.gateway.access.Access;
import io.countersign.gateway.access.OpenTo;
import io.countersign.gateway.web.ChangeAnswer;
import io.countersign.gateway.web.RemovalWarning;
import io.countersign.identity.account.Password;
import io.countersign.identity.caller.Caller;
import io.countersign.identity.caller.SignedIn;
import io.countersign.identity.enrol.Disconnect;
import io.countersign.identity.factor.Factor;
import io.countersign.identity.factor.FactorId;
import io.countersign.identity.factor.FactorName;
import io.countersign.identity.factor.NamedFactors;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Names and removes a factor. */
@Controller
@RequestMapping("/security/factors/{id}")
class FactorController {

    private static final String GONE = "redirect:/security?gone";

    private final NamedFactors factors;
    private final Disconnect disconnect;
    private final RemovalWarning warning;

    FactorController(NamedFactors factors, Disconnect disconnect, RemovalWarning warning) {
        this.factors = factors;
        this.disconnect = disconnect;
        this.warning = warning;
    }

    @OpenTo(Access.SIGNED_IN)
    @PostMapping("/name")
    String name(
            SignedIn who, @PathVariable FactorId id, @RequestParam(defaultValue = "") String name) {
        Optional<FactorName> parsed = FactorName.parse(name);
        if (parsed.isEmpty()) {
            return "redirect:/security?name-refused";
        }
        return factors.rename(who.account(), id, parsed.get()) ? "redirect:/security?named" : GONE;
    }

    @GetMapping("/remove")
    String page(SignedIn who, @PathVariable FactorId id, Model model) {
        Optional<Factor> factor = factors.find(who.account(), id);
        if (factor.isEmpty()) {
            return GONE;
        }
        model.addAttribute("factor", factor.get());
        warning.show(who.account(), List.of(id), model);
        return "factor-remove";
    }

    @PostMapping("/remove")
    String remove(
            Caller caller,
            @PathVariable FactorId id,
            @RequestParam(defaultValue = "") String password,
            HttpServletResponse response,
            Model model) {
        return ChangeAnswer.to(
                disconnect.one(caller, id, new Password(password)),
                "removed",
                response,
                model,
                () -> page(caller.who(), id, model));
    }
}
