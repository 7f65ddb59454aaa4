package io.countersign.gateway.web;

import io.countersign.gateway.account.EmailAddress;
import io.countersign.gateway.account.Password;
import io.countersign.gateway.challenge.SecondFactor;
import io.countersign.gateway.session.Sessions;
import io.countersign.gateway.session.Standing;
import io.countersign.gateway.signin.Attempt;
import io.countersign.gateway.signin.CheckPassword;
import io.countersign.gateway.signin.Origin;
import io.countersign.gateway.signin.PasswordOutcome;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.CurrentSecurityContext;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The sign-in page. */
@Controller
class SignInController {

    private final CheckPassword checkPassword;
    private final SecondFactor secondFactor;
    private final Sessions sessions;

    SignInController(CheckPassword checkPassword, SecondFactor secondFactor, Sessions sessions) {
        this.checkPassword = checkPassword;
        this.secondFactor = secondFactor;
        this.sessions = sessions;
    }

    @GetMapping("/sign-in")
    String page(@CurrentSecurityContext(expression = "authentication") Authentication visitor) {
        return sessions.standing(visitor) == Standing.SIGNED_IN ? "redirect:/" : "sign-in";
    }

    @PostMapping("/sign-in")
    String signIn(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            Locale locale,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Origin origin = Origins.of(request);
        Optional<EmailAddress> address = EmailAddress.parse(email);
        PasswordOutcome outcome =
                checkPassword.check(
                        address.orElse(EmailAddress.OF_NOBODY), new Password(password), origin);
        return switch (outcome) {
            case PasswordOutcome.Right(Attempt attempt) ->
                    goOn(attempt, origin, locale, request, response);
            case PasswordOutcome.Wrong _ -> {
                response.setStatus(HttpStatus.UNAUTHORIZED.value());
                model.addAttribute("problem", "wrong");
                model.addAttribute("email", email);
                yield "sign-in";
            }
            case PasswordOutcome.TooMany(var retryAt) -> {
                response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
                model.addAttribute("problem", "too-many");
                model.addAttribute("retryAt", retryAt);
                model.addAttribute("email", email);
                yield "sign-in";
            }
        };
    }

    private String goOn(
            Attempt attempt,
            Origin origin,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!secondFactor.needed(attempt.account())) {
            sessions.completeWithoutSecond(attempt, request, response);
            return "redirect:/";
        }
        sessions.begin(attempt, request, response);
        var _ = secondFactor.send(attempt, null, origin.address(), locale);
        return "redirect:/challenge";
    }
}
