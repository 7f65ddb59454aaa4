package io.countersign.gateway.web.signup;

import io.countersign.gateway.access.Access;
import io.countersign.gateway.access.OpenTo;
import io.countersign.gateway.session.AuthenticationLevel;
import io.countersign.gateway.session.Sessions;
import io.countersign.gateway.web.banner.Banner;
import io.countersign.gateway.web.banner.Tone;
import io.countersign.identity.attempt.Origin;
import io.countersign.identity.signup.SignUp;
import io.countersign.identity.signup.SignUpOutcome;
import io.countersign.identity.signup.SignUpSettings;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.CurrentSecurityContext;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The sign-up page. */
@Controller
@RequestMapping("/sign-up")
class SignUpController {

    private final SignUp signUp;
    private final SignUpSettings settings;
    private final Sessions sessions;

    SignUpController(SignUp signUp, SignUpSettings settings, Sessions sessions) {
        this.signUp = signUp;
        this.settings = settings;
        this.sessions = sessions;
    }

    @OpenTo(Access.EVERYBODY)
    @GetMapping
    String page(
            @CurrentSecurityContext(expression = "authentication") Authentication visitor,
            Model model) {
        if (sessions.standing(visitor) == AuthenticationLevel.SIGNED_IN) {
            return "redirect:/";
        }
        model.addAttribute("open", settings.open());
        return "sign-up";
    }

    @OpenTo(Access.EVERYBODY)
    @PostMapping
    String join(
            @RequestParam(defaultValue = "") String email,
            Locale locale,
            Model model,
            Origin origin,
            HttpServletResponse response) {
        model.addAttribute("open", settings.open());
        model.addAttribute("email", email);
        return switch (signUp.join(email, origin.address(), locale)) {
            case SignUpOutcome.MailSent(UUID id) -> "redirect:/sign-up/" + id;
            case SignUpOutcome.NotAnAddress _ -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                model.addAttribute("emailFlaw", "sign-up.not-an-address");
                yield "sign-up";
            }
            case SignUpOutcome.TooMany(Instant retryAt) -> {
                response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
                model.addAttribute("notice", new Banner("sign-up.too-many", Tone.WARN, retryAt));
                yield "sign-up";
            }
            case SignUpOutcome.Closed _ -> {
                response.setStatus(HttpStatus.FORBIDDEN.value());
                yield "sign-up";
            }
        };
    }
}
