package io.countersign.gateway.web;

import io.countersign.gateway.access.Access;
import io.countersign.gateway.access.OpenTo;
import io.countersign.identity.account.Password;
import io.countersign.identity.caller.Caller;
import io.countersign.identity.factor.FactorName;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page that asks for a new factor's name, and for the password once more. */
public abstract class NewFactorPage {

    private final String view;

    protected NewFactorPage(String view) {
        this.view = view;
    }

    /** What the form says, and who filled it in. */
    protected record Form(
            Caller caller, String name, Password password, HttpServletRequest request) {}

    /**
     * Begins to add the factor.
     *
     * @return where the person goes on; empty when it was refused, for which the model has the
     *     reason
     */
    protected abstract Optional<String> begin(Form form, Model model);

    @OpenTo(Access.ABOUT_TO_ENROL)
    @GetMapping("/new")
    public final String page(Model model) {
        model.addAttribute("longestName", FactorName.LONGEST);
        return view;
    }

    /** Takes the form. */
    @OpenTo(Access.ABOUT_TO_ENROL)
    @PostMapping("/new")
    public final String begin(
            Caller caller,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<String> next =
                begin(new Form(caller, name, new Password(password), request), model);
        if (next.isPresent()) {
            return "redirect:" + next.get();
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("name", name);
        return page(model);
    }
}
