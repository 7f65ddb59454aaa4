package io.countersign.gateway.web.factor;

import io.countersign.gateway.access.Access;
import io.countersign.gateway.access.OpenTo;
import io.countersign.gateway.web.banner.MethodWords;
import io.countersign.identity.caller.SignedIn;
import io.countersign.identity.method.Preference;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Keeps which method a person wants to be asked for first. */
@Controller
class PreferenceController {

    private final Preference preference;
    private final MethodWords words;

    PreferenceController(Preference preference, MethodWords words) {
        this.preference = preference;
        this.words = words;
    }

    /**
     * Keeps it.
     *
     * @param method its word; blank to leave it to us
     */
    @OpenTo(Access.SIGNED_IN)
    @PostMapping("/security/preferred-method")
    String prefer(SignedIn who, @RequestParam(defaultValue = "") String method) {
        if (method.isEmpty()) {
            preference.leaveToUs(who.account());
            return "redirect:/security?preferred";
        }
        boolean kept =
                words.named(method)
                        .filter(choice -> preference.prefer(who.account(), choice))
                        .isPresent();
        return "redirect:/security?" + (kept ? "preferred" : "gone");
    }
}
