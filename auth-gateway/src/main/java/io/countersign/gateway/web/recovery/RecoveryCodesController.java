package io.countersign.gateway.web.recovery;

import io.countersign.gateway.access.Access;
import io.countersign.gateway.access.OpenTo;
import io.countersign.gateway.web.PasswordRefusal;
import io.countersign.gateway.web.banner.Banner;
import io.countersign.gateway.web.banner.Tone;
import io.countersign.identity.account.Password;
import io.countersign.identity.caller.Caller;
import io.countersign.identity.caller.SignedIn;
import io.countersign.identity.factor.recovery.IssueRecoveryCodes;
import io.countersign.identity.factor.recovery.RecoveryCode;
import io.countersign.identity.factor.recovery.RecoveryCodeSettings;
import io.countersign.identity.factor.recovery.RemainingRecoveryCodes;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Makes new recovery codes and, where policy allows it, shows the existing ones. */
@Controller
@RequestMapping("/security/recovery-codes")
class RecoveryCodesController {

    private final RemainingRecoveryCodes codes;
    private final RecoveryCodeSettings settings;
    private final IssueRecoveryCodes issue;
    private final CodesPage codesPage;

    RecoveryCodesController(
            RemainingRecoveryCodes codes,
            RecoveryCodeSettings settings,
            IssueRecoveryCodes issue,
            CodesPage codesPage) {
        this.codes = codes;
        this.settings = settings;
        this.issue = issue;
        this.codesPage = codesPage;
    }

    /** Shows codes that were given, until the person has them. */
    @OpenTo(Access.SIGNED_IN)
    @GetMapping("/new")
    String given(
            SignedIn who,
            @RequestParam(required = false) @Nullable String first,
            HttpServletRequest request,
            Model model) {
        Optional<CodesSheet> sheet = codesPage.find(who, request);
        if (sheet.isEmpty()) {
            return "redirect:/security";
        }
        if (first != null) {
            model.addAttribute("notice", new Banner("recovery.first", Tone.GOOD));
        }
        model.addAttribute("sheet", sheet.get());
        return "recovery-codes";
    }

    /** The person has them. */
    @OpenTo(Access.SIGNED_IN)
    @PostMapping("/kept")
    String kept(HttpServletRequest request) {
        codesPage.forget(request);
        return "redirect:/";
    }

    @GetMapping
    String page(SignedIn who, Model model) {
        int left = codes.stock(who.account()).left();
        model.addAttribute("left", left);
        model.addAttribute("viewable", settings.viewable() && left > 0);
        return "recovery-codes-ask";
    }

    @PostMapping(params = "!view")
    String replace(
            Caller caller,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        IssueRecoveryCodes.Outcome outcome = issue.replace(caller, new Password(password));
        return show(outcome, caller.who(), request, response, model);
    }

    @PostMapping(params = "view")
    String view(
            Caller caller,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return show(
                issue.view(caller, new Password(password)), caller.who(), request, response, model);
    }

    private String show(
            IssueRecoveryCodes.Outcome outcome,
            SignedIn who,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return switch (outcome) {
            case IssueRecoveryCodes.Outcome.Codes(List<RecoveryCode> shown) -> {
                codesPage.keep(shown, who, request);
                yield "redirect:" + CodesPage.PATH;
            }
            case IssueRecoveryCodes.Outcome.NotPossible _ -> "redirect:/security?gone";
            case IssueRecoveryCodes.Outcome.PasswordNotTaken first -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                PasswordRefusal.show(first.refused(), model);
                yield page(who, model);
            }
        };
    }
}
