package io.countersign.gateway.web.password;

import io.countersign.gateway.access.Access;
import io.countersign.gateway.access.OpenTo;
import io.countersign.gateway.web.banner.Words;
import io.countersign.gateway.web.link.DeadLink;
import io.countersign.gateway.web.link.LinkPage;
import io.countersign.identity.account.Password;
import io.countersign.identity.account.PasswordFlaw;
import io.countersign.identity.attempt.Origin;
import io.countersign.identity.password.ResetOutcome;
import io.countersign.identity.password.ResetPassword;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page that the mail about a forgotten password leads to. */
@Controller
@RequestMapping("/password-reset")
class ResetController extends LinkPage {

    private final ResetPassword reset;

    ResetController(ResetPassword reset) {
        super("password-reset");
        this.reset = reset;
    }

    @Override
    protected boolean works(String token, Model model) {
        return reset.good(token);
    }

    @OpenTo(Access.EVERYBODY)
    @PostMapping
    String choose(
            @RequestParam(name = "t", defaultValue = "") String token,
            @RequestParam(defaultValue = "") String password,
            Model model,
            Origin origin,
            HttpServletResponse response) {
        return switch (reset.choose(token, new Password(password), origin)) {
            case ResetOutcome.Done _ -> "redirect:/sign-in?password-changed";
            case ResetOutcome.LinkGone _ -> DeadLink.show(response);
            case ResetOutcome.PasswordRefused(PasswordFlaw flaw) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                model.addAttribute("token", token);
                model.addAttribute("newPasswordFlaw", "sign-up." + Words.of(flaw));
                yield "password-reset";
            }
        };
    }
}
