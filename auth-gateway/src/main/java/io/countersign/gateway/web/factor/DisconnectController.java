package io.countersign.gateway.web.factor;

import io.countersign.gateway.web.ChangeAnswer;
import io.countersign.gateway.web.RemovalWarning;
import io.countersign.identity.account.Password;
import io.countersign.identity.caller.Caller;
import io.countersign.identity.caller.SignedIn;
import io.countersign.identity.enrol.Disconnect;
import io.countersign.identity.factor.Factor;
import io.countersign.identity.factor.NamedFactors;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Removes all factors at once. */
@Controller
@RequestMapping("/security/disconnect")
class DisconnectController {

    private final NamedFactors factors;
    private final Disconnect disconnect;
    private final RemovalWarning warning;

    DisconnectController(NamedFactors factors, Disconnect disconnect, RemovalWarning warning) {
        this.factors = factors;
        this.disconnect = disconnect;
        this.warning = warning;
    }

    @GetMapping
    String page(SignedIn who, Model model) {
        List<Factor> all = factors.of(who.account());
        if (all.isEmpty()) {
            return "redirect:/security?gone";
        }
        model.addAttribute("factors", all);
        warning.show(who.account(), all.stream().map(Factor::id).toList(), model);
        return "disconnect";
    }

    @PostMapping
    String all(
            Caller caller,
            @RequestParam(defaultValue = "") String password,
            HttpServletResponse response,
            Model model) {
        return ChangeAnswer.to(
                disconnect.all(caller, new Password(password)),
                "disconnected",
                response,
                model,
                () -> page(caller.who(), model));
    }
}
