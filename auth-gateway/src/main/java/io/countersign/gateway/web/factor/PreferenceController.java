package io.countersign.gateway.web.factor;

import io.countersign.challenge.Method;
import io.countersign.gateway.access.Access;
import io.countersign.gateway.access.OpenTo;
import io.countersign.gateway.web.banner.Words;
import io.countersign.identity.caller.SignedIn;
import io.countersign.identity.method.Preference;
import java.util.Arrays;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Keeps which method a person wants to be asked for first. */
@Controller
class PreferenceController {

    private final Preference preference;

    PreferenceController(Preference preference) {
        this.preference = preference;
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
                Arrays.stream(Method.values())
                        .filter(choice -> Words.of(choice).equals(method))
                        .anyMatch(choice -> preference.prefer(who.account(), choice));
        return "redirect:/security?" + (kept ? "preferred" : "gone");
    }
}
