package io.countersign.gateway.web.error;

import io.countersign.gateway.security.RefusalReason;
import io.countersign.gateway.web.banner.Banner;
import io.countersign.gateway.web.banner.Tone;
import io.countersign.gateway.web.challenge.WayBack;
import io.countersign.identity.admission.TooBusy;
import io.countersign.identity.signup.SignUpSettings;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Explains a failure: by a page, or to callers of the API by problem details (RFC 9457) of the type
 * {@code /problems/<failure>}.
 */
@Controller
class ErrorPages implements ErrorController {

    private static final String API = "/api/";
    private static final int LONGEST_EMAIL = 254;

    /** Forms that strangers fill in, and their templates. */
    private static final Map<String, String> FORMS =
            Map.of("/sign-in", "sign-in", "/sign-up", "sign-up", "/forgotten", "forgotten");

    private static final Set<Failure> AGAIN =
            Set.of(Failure.OUTDATED_FORM, Failure.COOKIES_MISSING);

    private final SignUpSettings signUp;

    ErrorPages(SignUpSettings signUp) {
        this.signUp = signUp;
    }

    /** Where the container forwards every failed request. */
    @RequestMapping("/error")
    Object explain(HttpServletRequest request) {
        int status = status(request);
        Failure failure = failure(status, request);
        if (path(request).startsWith(API)) {
            return problem(status, failure, path(request));
        }
        String form = FORMS.get(path(request));
        return form != null && AGAIN.contains(failure)
                ? again(form, status, failure, request)
                : page(status, failure);
    }

    private static Failure failure(int status, HttpServletRequest request) {
        return request.getAttribute(TooBusy.class.getName()) != null
                ? Failure.TOO_BUSY
                : Failure.of(
                        status,
                        (RefusalReason) request.getAttribute(RefusalReason.class.getName()));
    }

    /** The form again, with what was typed into it; never the password. */
    private ModelAndView again(
            String form, int status, Failure failure, HttpServletRequest request) {
        String email = Objects.requireNonNullElse(request.getParameter("email"), "");
        String then = Objects.requireNonNullElse(request.getParameter("then"), "");
        ModelAndView page = new ModelAndView(form, HttpStatus.valueOf(status));
        page.addObject("email", email.length() <= LONGEST_EMAIL ? email : "");
        page.addObject("notice", new Banner("error." + failure.word() + ".text", Tone.WARN));
        page.addObject("signUpOpen", signUp.open());
        page.addObject("open", signUp.open());
        page.addObject("then", WayBack.ours(then).orElse(null));
        return page;
    }

    private static ModelAndView page(int status, Failure failure) {
        return new ModelAndView(
                "error",
                Map.of("failure", failure.word(), "goOn", failure.goOn()),
                HttpStatus.valueOf(status));
    }

    private static ResponseEntity<ProblemDetail> problem(int status, Failure failure, String path) {
        ProblemDetail problem = ProblemDetail.forStatus(status);
        problem.setType(failure.problem().uri());
        problem.setTitle(failure.problem().title());
        problem.setInstance(URI.create(path));
        if (failure == Failure.TOO_BUSY) {
            problem.setProperty("retryAfter", TooBusy.RETRY_SECONDS);
        }
        return ResponseEntity.status(HttpStatusCode.valueOf(status)).body(problem);
    }

    private static int status(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
                ? status
                : HttpStatus.NOT_FOUND.value();
    }

    private static String path(HttpServletRequest request) {
        @Nullable Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return Objects.toString(path, "");
    }
}
