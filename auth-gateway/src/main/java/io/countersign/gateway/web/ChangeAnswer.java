package io.countersign.gateway.web;

import io.countersign.gateway.web.banner.Banner;
import io.countersign.gateway.web.banner.Tone;
import io.countersign.identity.enrol.FactorChangeOutcome;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;

/** The pages' answers to requests that change how an account is protected. */
public final class ChangeAnswer {

    private ChangeAnswer() {}

    /**
     * Leads to the Security page, or to the sign-in page if the session ended with the change, of
     * which the person was warned.
     *
     * @param done the word by which the Security page tells what was done
     * @param again shows the page again, with what prevents the change in the model
     */
    public static String to(
            FactorChangeOutcome outcome,
            String done,
            HttpServletResponse response,
            Model model,
            Supplier<String> again) {
        return switch (outcome) {
            case FactorChangeOutcome.Done(boolean sessionEnded) ->
                    sessionEnded ? "redirect:/sign-in?set-up-again" : "redirect:/security?" + done;
            case FactorChangeOutcome.NothingToDo _ -> "redirect:/security?gone";
            case FactorChangeOutcome.OnlyFallbacksLeft _ -> {
                model.addAttribute("notice", new Banner("change.only-fallbacks-left", Tone.BAD));
                yield refused(response, again);
            }
            case FactorChangeOutcome.PasswordNotTaken(var refused) -> {
                PasswordRefusal.show(refused, model);
                yield refused(response, again);
            }
        };
    }

    private static String refused(HttpServletResponse response, Supplier<String> again) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return again.get();
    }
}
