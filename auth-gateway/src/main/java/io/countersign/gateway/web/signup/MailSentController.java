package io.countersign.gateway.web.signup;

import io.countersign.gateway.access.Access;
import io.countersign.gateway.access.OpenTo;
import io.countersign.gateway.web.banner.Banner;
import io.countersign.gateway.web.banner.Tone;
import io.countersign.identity.account.EmailAddress;
import io.countersign.identity.attempt.Origin;
import io.countersign.identity.signup.MailAgainOutcome;
import io.countersign.identity.signup.SignUp;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page that says where the mail went, and sends it again. */
@Controller
@RequestMapping("/sign-up/{id}")
class MailSentController {

    private static final String START_OVER = "redirect:/sign-up";

    private final SignUp signUp;

    MailSentController(SignUp signUp) {
        this.signUp = signUp;
    }

    @OpenTo(Access.EVERYBODY)
    @GetMapping
    String page(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String again,
            Model model) {
        if (again != null) {
            model.addAttribute("notice", new Banner("sign-up.sent.sent-again", Tone.GOOD));
        }
        return show(id, model);
    }

    @OpenTo(Access.EVERYBODY)
    @PostMapping("/again")
    String again(@PathVariable UUID id, Model model, Origin origin, HttpServletResponse response) {
        return switch (signUp.again(id, origin.address())) {
            case MailAgainOutcome.Sent _ -> "redirect:/sign-up/" + id + "?again";
            case MailAgainOutcome.Gone _ -> START_OVER;
            case MailAgainOutcome.TooMany(Instant retryAt) -> {
                response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
                model.addAttribute("notice", new Banner("sign-up.too-many", Tone.WARN, retryAt));
                yield show(id, model);
            }
        };
    }

    private String show(UUID id, Model model) {
        Optional<EmailAddress> email = signUp.awaiting(id);
        model.addAttribute("id", id);
        model.addAttribute("email", email.map(EmailAddress::value).orElse(""));
        return email.isPresent() ? "sign-up-sent" : START_OVER;
    }
}
