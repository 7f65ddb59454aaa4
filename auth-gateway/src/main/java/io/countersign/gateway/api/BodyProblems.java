package io.countersign.gateway.api;

import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.exc.StreamReadException;

/** Answers requests that no method of the API can take, and says what is wrong. */
@RestControllerAdvice("io.countersign.gateway.api")
class BodyProblems {

    /** Nothing of the body is repeated: it may hold a password. */
    @ExceptionHandler
    ResponseEntity<Object> unreadable(HttpMessageNotReadableException unreadable) {
        boolean json = !(unreadable.getCause() instanceof StreamReadException);
        boolean empty = unreadable.getCause() == null;
        return Problem.of(json && !empty ? ProblemType.BODY_INVALID : ProblemType.BODY_MALFORMED)
                .answer();
    }

    /** A path with a malformed id names nothing; a malformed parameter is refused. */
    @ExceptionHandler
    ResponseEntity<Object> mismatched(MethodArgumentTypeMismatchException mismatched) {
        boolean asked = mismatched.getParameter().hasParameterAnnotation(RequestParam.class);
        return Problem.of(asked ? ProblemType.BAD_REQUEST : ProblemType.NOT_FOUND).answer();
    }
}
