package io.countersign.gateway.web.signin;

import io.countersign.gateway.access.Access;
import io.countersign.gateway.access.OpenTo;
import io.countersign.gateway.web.challenge.Notices;
import io.countersign.gateway.web.challenge.WayBack;
import io.countersign.identity.attempt.Origin;
import io.countersign.identity.attempt.StepUps;
import io.countersign.identity.caller.SignedIn;
import io.countersign.identity.method.SecondFactor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Asks a signed-in person for a second factor again, on the page that sign-in uses. */
@Controller
class StepUpController {

    private final StepUps stepUps;
    private final SecondFactor secondFactor;

    StepUpController(StepUps stepUps, SecondFactor secondFactor) {
        this.stepUps = stepUps;
        this.secondFactor = secondFactor;
    }

    /**
     * Says what is asked for before it is sent.
     *
     * @param then the page to continue with
     */
    @OpenTo(Access.SIGNED_IN)
    @GetMapping("/step-up")
    String page(@RequestParam(defaultValue = "") String then, Model model) {
        model.addAttribute("then", WayBack.ours(then).orElse("/security"));
        return "step-up";
    }

    /** Begins. */
    @OpenTo(Access.SIGNED_IN)
    @PostMapping("/step-up")
    String begin(
            SignedIn who,
            @RequestParam(defaultValue = "") String then,
            Locale locale,
            Origin origin,
            HttpServletRequest request,
            RedirectAttributes flash) {
        WayBack.keep(request, then);
        if (!secondFactor.needed(who.account())) {
            return "redirect:" + WayBack.take(request);
        }
        stepUps.begin(who.account(), who.attempt(), origin)
                .flatMap(attempt -> secondFactor.begin(attempt, origin.address(), locale))
                .flatMap(Notices::of)
                .ifPresent(notice -> flash.addFlashAttribute("notice", notice));
        return "redirect:/challenge";
    }
}
