package io.countersign.gateway.web.password;

import io.countersign.gateway.access.Access;
import io.countersign.gateway.access.OpenTo;
import io.countersign.gateway.web.banner.Banner;
import io.countersign.gateway.web.banner.Tone;
import io.countersign.identity.attempt.Origin;
import io.countersign.identity.password.ForgottenOutcome;
import io.countersign.identity.password.ForgottenPassword;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page for people who have forgotten their password. */
@Controller
@RequestMapping("/forgotten")
class ForgottenController {

    private final ForgottenPassword forgotten;

    ForgottenController(ForgottenPassword forgotten) {
        this.forgotten = forgotten;
    }

    @OpenTo(Access.EVERYBODY)
    @GetMapping
    String page(@RequestParam(required = false) @Nullable String sent, Model model) {
        if (sent != null) {
            model.addAttribute("notice", new Banner("forgotten.sent", Tone.INFO));
        }
        return "forgotten";
    }

    @OpenTo(Access.EVERYBODY)
    @PostMapping
    String ask(
            @RequestParam(defaultValue = "") String email,
            Model model,
            Origin origin,
            HttpServletResponse response) {
        model.addAttribute("email", email);
        return switch (forgotten.ask(email, origin.address())) {
            case ForgottenOutcome.MailSent _ -> "redirect:/forgotten?sent";
            case ForgottenOutcome.NotAnAddress _ -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                model.addAttribute("emailFlaw", "sign-up.not-an-address");
                yield "forgotten";
            }
            case ForgottenOutcome.TooMany(Instant retryAt) -> {
                response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
                model.addAttribute("notice", new Banner("sign-up.too-many", Tone.WARN, retryAt));
                yield "forgotten";
            }
        };
    }
}
