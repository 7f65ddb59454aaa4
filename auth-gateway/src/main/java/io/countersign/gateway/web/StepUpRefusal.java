package io.countersign.gateway.web;

import io.countersign.gateway.enrol.StepUpOutcome;
import io.countersign.gateway.web.notice.Notice;
import io.countersign.gateway.web.notice.Tone;
import java.time.Instant;
import org.springframework.ui.Model;

/** Says on a page what somebody has yet to prove before they can change a factor. */
public final class StepUpRefusal {

    private StepUpRefusal() {}

    public static void show(StepUpOutcome.Refused refused, Model model) {
        switch (refused) {
            case StepUpOutcome.WrongPassword _ ->
                    model.addAttribute("passwordFlaw", "step-up.wrong-password");
            case StepUpOutcome.TooMany(Instant retryAt) ->
                    model.addAttribute(
                            "notice", new Notice("step-up.too-many", Tone.WARN, retryAt));
            case StepUpOutcome.SecondFactorTooOld _ -> {
                model.addAttribute("notice", new Notice("step-up.code-too-old", Tone.WARN));
                model.addAttribute("stepUp", true);
            }
        }
    }
}
