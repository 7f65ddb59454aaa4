package io.countersign.gateway.web.language;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.UriUtils;

/** What the links to the other languages consist of, on every page. */
@ControllerAdvice(annotations = Controller.class)
class LanguageLinks {

    /** What a form sends along about its own page. */
    private static final List<String> OF_THE_PAGE = List.of("t", "then");

    private static final Pattern PLAIN = Pattern.compile("(?!lang=)[A-Za-z0-9._~%/?+=-]+");

    private final ObjectProvider<RequestMappingHandlerMapping> pages;

    LanguageLinks(ObjectProvider<RequestMappingHandlerMapping> pages) {
        this.pages = pages;
    }

    @ModelAttribute("languages")
    List<Locale> languages() {
        return Languages.OFFERED;
    }

    /**
     * The page itself, or the one whose form was not accepted, with all parameters of its address
     * except the language; the start page if a link cannot ask for it.
     */
    @ModelAttribute("here")
    String here(HttpServletRequest request) {
        if (request.getDispatcherType() != DispatcherType.REQUEST) {
            return "/";
        }
        if (request.getMethod().equals("GET")) {
            return with(request.getRequestURI(), query(request));
        }
        return isPage(request.getRequestURI())
                ? with(request.getRequestURI(), sentAlong(request))
                : "/";
    }

    private static String with(String path, Stream<String> query) {
        String joined = query.collect(joining("&"));
        return joined.isEmpty() ? path : path + "?" + joined;
    }

    private static Stream<String> query(HttpServletRequest request) {
        return Arrays.stream(Objects.requireNonNullElse(request.getQueryString(), "").split("&"))
                .filter(PLAIN.asMatchPredicate());
    }

    private static Stream<String> sentAlong(HttpServletRequest request) {
        return OF_THE_PAGE.stream()
                .flatMap(
                        name ->
                                Optional.ofNullable(request.getParameter(name)).stream()
                                        .map(value -> name + "=" + UriUtils.encode(value, UTF_8)));
    }

    private boolean isPage(String path) {
        PathContainer asked = PathContainer.parsePath(path);
        return pages.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .filter(mapped -> gets(mapped.getMethodsCondition().getMethods()))
                .map(RequestMappingInfo::getPathPatternsCondition)
                .filter(Objects::nonNull)
                .flatMap(condition -> condition.getPatterns().stream())
                .anyMatch(pattern -> pattern.matches(asked));
    }

    private static boolean gets(Set<RequestMethod> methods) {
        return methods.contains(RequestMethod.GET);
    }
}
