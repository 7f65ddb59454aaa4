package io.countersign.gateway.web.security;

import io.countersign.gateway.access.Access;
import io.countersign.gateway.access.OpenTo;
import io.countersign.gateway.session.AuthenticationLevel;
import io.countersign.gateway.session.Sessions;
import io.countersign.identity.caller.SignedIn;
import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.CurrentSecurityContext;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** All that a person sees who needs a second factor and has none. */
@Controller
class SetUpController {

    private final Sessions sessions;
    private final List<SecurityPart> parts;

    SetUpController(Sessions sessions, List<SecurityPart> parts) {
        this.sessions = sessions;
        this.parts = parts;
    }

    @OpenTo(Access.ENROLLING)
    @GetMapping("/set-up")
    String page(
            @CurrentSecurityContext(expression = "authentication") Authentication visitor,
            SignedIn who,
            Model model) {
        if (sessions.standing(visitor) == AuthenticationLevel.SIGNED_IN) {
            return "redirect:/security";
        }
        model.addAttribute(
                "panels",
                parts.stream()
                        .filter(part -> part.setsUp(who.account()))
                        .map(SecurityPart::panel)
                        .toList());
        return "set-up";
    }
}
