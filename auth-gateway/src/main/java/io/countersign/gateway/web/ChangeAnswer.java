package io.countersign.gateway.web;

import io.countersign.gateway.web.notice.Notice;
import io.countersign.gateway.web.notice.Tone;
import io.countersign.identity.enrol.ChangeOutcome;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;

/** What a page answers that was to change how an account is protected. */
public final class ChangeAnswer {

    private ChangeAnswer() {}

    /**
     * Leads to the Security page, or to the sign-in where the session ended with the change, which
     * the person was warned of.
     *
     * @param done the word by which the Security page tells what was done
     * @param again shows the page once more, with what hinders the change in the model
     */
    public static String to(
            ChangeOutcome outcome,
            String done,
            HttpServletResponse response,
            Model model,
            Supplier<String> again) {
        return switch (outcome) {
            case ChangeOutcome.Done(boolean sessionEnded) ->
                    sessionEnded ? "redirect:/sign-in?set-up-again" : "redirect:/security?" + done;
            case ChangeOutcome.NothingToDo _ -> "redirect:/security?gone";
            case ChangeOutcome.OnlyFallbacksLeft _ -> {
                model.addAttribute("notice", new Notice("change.only-fallbacks-left", Tone.BAD));
                yield refused(response, again);
            }
            case ChangeOutcome.PasswordNotTaken(var refused) -> {
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
