package io.countersign.gateway.web.language;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the links to the other languages are made of, on every page. */
@ControllerAdvice(annotations = Controller.class)
class LanguageLinks {

    @ModelAttribute("languages")
    List<Locale> languages() {
        return Languages.OFFERED;
    }

    /** The page itself, or the start page where it cannot be asked for by a link. */
    @ModelAttribute("here")
    String here(HttpServletRequest request) {
        boolean linkable =
                request.getMethod().equals("GET")
                        && request.getDispatcherType() == DispatcherType.REQUEST;
        return linkable ? request.getRequestURI() : "/";
    }
}
