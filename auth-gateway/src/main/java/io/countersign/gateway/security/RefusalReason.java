package io.countersign.gateway.security;

/** Why a request was refused with 403; a request attribute of this class's name tells. */
public enum RefusalReason {
    SECOND_FACTOR_MISSING,
    SECOND_FACTOR_TO_SET_UP,
    /** None was given in this session lately, and this needs one. */
    SECOND_FACTOR_TOO_OLD,
    /** The form's token is missing or belongs to another browser session. */
    FORGED_OR_OUTDATED_FORM,
    /**
     * The browser sent none of our cookies with the form: it does not keep them, or they were
     * deleted.
     */
    COOKIES_MISSING,
    NOT_ALLOWED
}
