package io.countersign.gateway.web.link;

import io.countersign.gateway.access.Access;
import io.countersign.gateway.access.OpenTo;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A page that a link in a mail leads to; opening it changes nothing. */
public abstract class LinkPage {

    private final String view;

    /**
     * @param view what a link shows that still works
     */
    protected LinkPage(String view) {
        this.view = view;
    }

    /** Whether the link still works; what its page shows besides goes into the model. */
    protected abstract boolean works(String token, Model model);

    /** The page, or that the link has gone. */
    @OpenTo(Access.EVERYBODY)
    @GetMapping
    public final String page(
            @RequestParam(name = "t", defaultValue = "") String token,
            Model model,
            HttpServletResponse response) {
        if (!works(token, model)) {
            return DeadLink.show(response);
        }
        model.addAttribute("token", token);
        return view;
    }
}
