package io.countersign.gateway.web.password;

import io.countersign.gateway.access.Access;
import io.countersign.gateway.access.OpenTo;
import io.countersign.gateway.web.link.DeadLink;
import io.countersign.gateway.web.link.LinkPage;
import io.countersign.identity.password.NotMe;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page that alerts lead to; opening it alone ends nothing. */
@Controller
@RequestMapping("/not-me")
class NotMeController extends LinkPage {

    private final NotMe notMe;

    NotMeController(NotMe notMe) {
        super("not-me");
        this.notMe = notMe;
    }

    @Override
    protected boolean works(String token, Model model) {
        return notMe.good(token);
    }

    @OpenTo(Access.EVERYBODY)
    @PostMapping
    String secure(
            @RequestParam(name = "t", defaultValue = "") String token,
            HttpServletResponse response) {
        return notMe.secure(token) ? "not-me-done" : DeadLink.show(response);
    }
}
