package io.countersign.gateway.web.authenticator;

import io.countersign.gateway.account.Password;
import io.countersign.gateway.authenticator.Authenticator;
import io.countersign.gateway.authenticator.Authenticators;
import io.countersign.gateway.authenticator.RemoveAuthenticator;
import io.countersign.gateway.factor.FactorName;
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

/** Names and removes authenticators. */
@Controller
@RequestMapping("/security/authenticators/{id}")
class AuthenticatorController {

    private static final String GONE = "redirect:/security?gone";

    private final Authenticators authenticators;
    private final RemoveAuthenticator removeAuthenticator;
    private final RemovalWarning warning;

    AuthenticatorController(
            Authenticators authenticators,
            RemoveAuthenticator removeAuthenticator,
            RemovalWarning warning) {
        this.authenticators = authenticators;
        this.removeAuthenticator = removeAuthenticator;
        this.warning = warning;
    }

    @PostMapping("/name")
    String name(SignedIn who, @PathVariable UUID id, @RequestParam(defaultValue = "") String name) {
        Optional<FactorName> parsed = FactorName.parse(name);
        if (parsed.isEmpty()) {
            return "redirect:/security?name-refused";
        }
        return authenticators.rename(who.account(), id, parsed.get())
                ? "redirect:/security?named"
                : GONE;
    }

    @GetMapping("/remove")
    String removal(SignedIn who, @PathVariable UUID id, Model model) {
        Optional<Authenticator> authenticator = authenticators.find(who.account(), id);
        if (authenticator.isEmpty()) {
            return GONE;
        }
        model.addAttribute("authenticator", authenticator.get());
        warning.show(who.account(), List.of(id), model);
        return "authenticator-remove";
    }

    @PostMapping("/remove")
    String remove(
            SignedIn who,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return switch (removeAuthenticator.remove(
                who, id, new Password(password), Origins.of(request), request, response)) {
            case RemoveAuthenticator.Outcome.Removed _ ->
                    AfterRemoval.leadsTo(request, "/security?authenticator-removed");
            case RemoveAuthenticator.Outcome.NoneSuch _ -> GONE;
            case RemoveAuthenticator.Outcome.StepUpFirst first -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                StepUpRefusal.show(first.refused(), model);
                yield removal(who, id, model);
            }
        };
    }
}
