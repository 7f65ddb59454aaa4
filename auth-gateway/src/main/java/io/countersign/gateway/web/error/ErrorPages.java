package io.countersign.gateway.web.error;

import io.countersign.gateway.admission.TooBusy;
import io.countersign.gateway.session.RefusalReason;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
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

    /** Where the container leads every request that failed. */
    @RequestMapping("/error")
    Object explain(HttpServletRequest request) {
        int status = status(request);
        Failure failure = failure(status, request);
        return path(request).startsWith(API)
                ? problem(status, failure, path(request))
                : page(status, failure);
    }

    private static Failure failure(int status, HttpServletRequest request) {
        return request.getAttribute(TooBusy.class.getName()) != null
                ? Failure.TOO_BUSY
                : Failure.of(
                        status,
                        (RefusalReason) request.getAttribute(RefusalReason.class.getName()));
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
