package io.countersign.gateway.web.error;

import io.countersign.gateway.api.ProblemType;
import io.countersign.gateway.security.RefusalReason;
import io.countersign.gateway.web.banner.Words;
import org.jspecify.annotations.Nullable;

/** Why a request was not served, named by what the visitor can do about it. */
enum Failure {
    BAD_REQUEST(ProblemType.BAD_REQUEST, "/"),
    NOT_SIGNED_IN(ProblemType.NOT_SIGNED_IN, "/sign-in"),
    SECOND_FACTOR_MISSING(ProblemType.SECOND_FACTOR_MISSING, "/challenge"),
    SECOND_FACTOR_TO_SET_UP(ProblemType.SECOND_FACTOR_TO_SET_UP, "/set-up"),
    SECOND_FACTOR_TOO_OLD(ProblemType.SECOND_FACTOR_TOO_OLD, "/step-up"),
    OUTDATED_FORM(ProblemType.OUTDATED_FORM, "/"),
    COOKIES_MISSING(ProblemType.OUTDATED_FORM, "/"),
    NOT_ALLOWED(ProblemType.NOT_ALLOWED, "/"),
    NOT_FOUND(ProblemType.NOT_FOUND, "/"),
    NOT_POSSIBLE(ProblemType.NOT_POSSIBLE, "/"),
    TOO_LARGE(ProblemType.TOO_LARGE, "/"),
    BROKEN(ProblemType.BROKEN, "/"),
    UNAVAILABLE(ProblemType.UNAVAILABLE, "/"),
    TOO_BUSY(ProblemType.TOO_BUSY, "/");

    private final ProblemType problem;
    private final String goOn;

    Failure(ProblemType problem, String goOn) {
        this.problem = problem;
        this.goOn = goOn;
    }

    /**
     * What a status stands for.
     *
     * @param status of the HTTP response
     * @param refusal known with 403 only
     */
    static Failure of(int status, @Nullable RefusalReason refusal) {
        return switch (status) {
            case 401 -> NOT_SIGNED_IN;
            case 403 -> refused(refusal);
            case 404 -> NOT_FOUND;
            case 405, 406, 415 -> NOT_POSSIBLE;
            case 413, 414, 431 -> TOO_LARGE;
            case 503 -> UNAVAILABLE;
            default -> status < 500 ? BAD_REQUEST : BROKEN;
        };
    }

    private static Failure refused(@Nullable RefusalReason reason) {
        return switch (reason) {
            case SECOND_FACTOR_MISSING -> SECOND_FACTOR_MISSING;
            case SECOND_FACTOR_TO_SET_UP -> SECOND_FACTOR_TO_SET_UP;
            case SECOND_FACTOR_TOO_OLD -> SECOND_FACTOR_TOO_OLD;
            case FORGED_OR_OUTDATED_FORM -> OUTDATED_FORM;
            case COOKIES_MISSING -> COOKIES_MISSING;
            case NOT_ALLOWED -> NOT_ALLOWED;
            case null -> NOT_ALLOWED;
        };
    }

    /** What callers of the API are told. */
    ProblemType problem() {
        return problem;
    }

    /** In keys of messages. */
    String word() {
        return Words.of(this);
    }

    /** Where the page leads. */
    String goOn() {
        return goOn;
    }
}
