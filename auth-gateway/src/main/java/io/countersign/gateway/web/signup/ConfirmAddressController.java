package io.countersign.gateway.web.signup;

import io.countersign.gateway.access.Access;
import io.countersign.gateway.access.OpenTo;
import io.countersign.gateway.web.banner.Words;
import io.countersign.gateway.web.link.DeadLink;
import io.countersign.gateway.web.link.LinkPage;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The page that the mail after signing up leads to: the person who reads the mail chooses the
 * password.
 */
@Controller
@RequestMapping("/confirm-address")
class ConfirmAddressController extends LinkPage {

    private final ConfirmAddress confirmAddress;

    ConfirmAddressController(ConfirmAddress confirmAddress) {
        super("confirm-address");
        this.confirmAddress = confirmAddress;
    }

    @Override
    protected boolean works(String token, Model model) {
        Optional<EmailAddress> email = confirmAddress.look(token);
        email.ifPresent(address -> model.addAttribute("email", address.value()));
        return email.isPresent();
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
