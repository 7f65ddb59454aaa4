package io.countersign.gateway.web.factor;

import io.countersign.gateway.web.banner.MethodWords;
import io.countersign.gateway.web.security.SecurityPart;
import io.countersign.identity.caller.SignedIn;
import io.countersign.identity.method.Preference;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What is asked for first. */
@Component
class PreferencePart implements SecurityPart {

    private final Preference preference;
    private final MethodWords words;

    PreferencePart(Preference preference, MethodWords words) {
        this.preference = preference;
        this.words = words;
    }

    @Override
    public void show(SignedIn who, HttpServletRequest request, Model model) {
        Preference.Choice choice = preference.of(who.account());
        model.addAttribute("choices", choice.choices().stream().map(words::of).toList());
        model.addAttribute(
                "preferred", choice.preferred() == null ? "" : words.of(choice.preferred()));
    }
}
