package io.countersign.gateway.web.signup;

import io.countersign.gateway.access.Access;
import io.countersign.gateway.access.OpenTo;
import io.countersign.gateway.web.banner.Words;
import io.countersign.gateway.web.link.DeadLink;
import io.countersign.identity.account.EmailAddress;
import io.countersign.identity.account.Password;
import io.countersign.identity.account.PasswordFlaw;
import io.countersign.identity.attempt.Origin;
import io.countersign.identity.signup.ConfirmAddress;
import io.countersign.identity.signup.ConfirmOutcome;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The page that the mail after signing up leads to: the person who reads the mail chooses the
 * password.
 */
@Controller
@RequestMapping("/confirm-address")
class ConfirmAddressController {

    private final ConfirmAddress confirmAddress;

    ConfirmAddressController(ConfirmAddress confirmAddress) {
        this.confirmAddress = confirmAddress;
    }

    @OpenTo(Access.EVERYBODY)
    @GetMapping
    String page(
            @RequestParam(name = "t", defaultValue = "") String token,
            Model model,
            HttpServletResponse response) {
        Optional<EmailAddress> email = confirmAddress.look(token);
        if (email.isEmpty()) {
            return DeadLink.show(response);
        }
        model.addAttribute("token", token);
        model.addAttribute("email", email.get().value());
        return "confirm-address";
    }

    @OpenTo(Access.EVERYBODY)
    @PostMapping
    String confirm(
            @RequestParam(name = "t", defaultValue = "") String token,
            @RequestParam(defaultValue = "") String password,
            Locale locale,
            Model model,
            Origin origin,
            HttpServletResponse response) {
        ConfirmOutcome outcome =
                confirmAddress.confirm(token, new Password(password), origin.address(), locale);
        return switch (outcome) {
            case ConfirmOutcome.Done _ -> "redirect:/sign-in?confirmed";
            case ConfirmOutcome.LinkGone _ -> DeadLink.show(response);
            case ConfirmOutcome.PasswordRefused(PasswordFlaw flaw) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                model.addAttribute("newPasswordFlaw", "sign-up." + Words.of(flaw));
                yield page(token, model, response);
            }
        };
    }
}
