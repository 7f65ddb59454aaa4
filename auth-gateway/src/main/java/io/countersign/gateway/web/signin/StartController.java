package io.countersign.gateway.web.signin;

import io.countersign.gateway.access.Access;
import io.countersign.gateway.access.OpenTo;
import io.countersign.gateway.session.Sessions;
import io.countersign.gateway.web.challenge.WayBack;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.CurrentSecurityContext;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Sends every visitor to where they can continue. */
@Controller
class StartController {

    private final Sessions sessions;

    StartController(Sessions sessions) {
        this.sessions = sessions;
    }

    @OpenTo(Access.EVERYBODY)
    @GetMapping("/")
    String start(
            @CurrentSecurityContext(expression = "authentication") Authentication visitor,
            HttpServletRequest request) {
        return switch (sessions.standing(visitor)) {
            case STRANGER -> "redirect:/sign-in";
            case AWAITS_SECOND_FACTOR -> "redirect:/challenge";
            case SETS_SECOND_FACTOR_UP -> "redirect:/set-up";
            case SIGNED_IN -> "redirect:" + WayBack.take(request);
        };
    }
}
