package io.countersign.gateway.web.password;

import io.countersign.gateway.web.PasswordRefusal;
import io.countersign.gateway.web.banner.Words;
import io.countersign.identity.account.Password;
import io.countersign.identity.account.PasswordFlaw;
import io.countersign.identity.caller.Caller;
import io.countersign.identity.credential.ReenterOutcome;
import io.countersign.identity.password.ChangePassword;
import io.countersign.identity.password.PasswordChangeOutcome;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which a signed-in person changes the password. */
@Controller
@RequestMapping("/security/password")
class ChangePasswordController {

    private final ChangePassword changePassword;

    ChangePasswordController(ChangePassword changePassword) {
        this.changePassword = changePassword;
    }

    @GetMapping
    String page() {
        return "password-change";
    }

    @PostMapping
    String change(
            Caller caller,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String newPassword,
            HttpServletResponse response,
            Model model) {
        PasswordChangeOutcome outcome =
                changePassword.change(caller, new Password(password), new Password(newPassword));
        return switch (outcome) {
            case PasswordChangeOutcome.Done _ -> "redirect:/security?password-changed";
            case PasswordChangeOutcome.SessionGone _ -> "redirect:/sign-in?ended";
            case PasswordChangeOutcome.PasswordRefused(PasswordFlaw flaw) -> {
                model.addAttribute("newPasswordFlaw", "sign-up." + Words.of(flaw));
                yield again(response);
            }
            case PasswordChangeOutcome.PasswordNotTaken(ReenterOutcome.Refused refused) -> {
                PasswordRefusal.show(refused, model);
                yield again(response);
            }
        };
    }

    private static String again(HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return "password-change";
    }
}
