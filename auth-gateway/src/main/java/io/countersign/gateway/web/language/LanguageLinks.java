package io.countersign.gateway.web.language;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** What the links to the other languages are made of, on every page. */
@ControllerAdvice(annotations = Controller.class)
class LanguageLinks {

    @ModelAttribute("languages")
    List<Locale> languages() {
        return Languages.OFFERED;
    }

    /**
     * The page itself, with what the link of a mail showed, or the start page where it cannot be
     * asked for by a link.
     */
    @ModelAttribute("here")
    String here(HttpServletRequest request) {
        boolean linkable =
                request.getMethod().equals("GET")
                        && request.getDispatcherType() == DispatcherType.REQUEST;
        return linkable ? itself(request) : "/";
    }

    private static String itself(HttpServletRequest request) {
        String token = request.getParameter("t");
        UriComponentsBuilder page = UriComponentsBuilder.fromPath(request.getRequestURI());
        return (token == null ? page : page.queryParam("t", UriUtils.encode(token, UTF_8)))
                .build()
                .toUriString();
    }
}
