package io.countersign.gateway.web.signup;

import io.countersign.gateway.account.EmailAddress;
import io.countersign.gateway.signup.ConfirmAddress;
import io.countersign.gateway.web.link.DeadLink;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page that the mail after signing up leads to; opening it alone confirms nothing. */
@Controller
@RequestMapping("/confirm-address")
class ConfirmAddressController {

    private final ConfirmAddress confirmAddress;

    ConfirmAddressController(ConfirmAddress confirmAddress) {
        this.confirmAddress = confirmAddress;
    }

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

    @PostMapping
    String confirm(
            @RequestParam(name = "t", defaultValue = "") String token,
            HttpServletResponse response) {
        return confirmAddress.confirm(token)
                ? "redirect:/sign-in?confirmed"
                : DeadLink.show(response);
    }
}
