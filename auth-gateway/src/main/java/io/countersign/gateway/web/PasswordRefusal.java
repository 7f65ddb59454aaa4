package io.countersign.gateway.web;

import io.countersign.gateway.web.banner.Banner;
import io.countersign.gateway.web.banner.Tone;
import io.countersign.identity.credential.ReenterOutcome;
import java.time.Instant;
import org.springframework.ui.Model;

/** Says on a page why a password that was asked for again was not taken. */
public final class PasswordRefusal {

    private PasswordRefusal() {}

    public static void show(ReenterOutcome.Refused refused, Model model) {
        switch (refused) {
            case ReenterOutcome.Wrong _ ->
                    model.addAttribute("passwordFlaw", "step-up.wrong-password");
            case ReenterOutcome.TooMany(Instant retryAt) ->
                    model.addAttribute(
                            "notice", new Banner("step-up.too-many", Tone.WARN, retryAt));
            case ReenterOutcome.Busy _ ->
                    model.addAttribute("notice", new Banner("step-up.busy", Tone.WARN));
        }
    }
}
