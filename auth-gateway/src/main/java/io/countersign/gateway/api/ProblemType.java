package io.countersign.gateway.api;

import java.net.URI;
import java.util.Locale;

/**
 * What can go wrong for a caller, named by what they can do about it. Names and statuses are part
 * of the API: clients tell problems apart by the type {@code /problems/<name>}. {@code
 * docs/problems.md} lists them.
 */
public enum ProblemType {
    BAD_REQUEST(400, "The request cannot be read"),
    NOT_SIGNED_IN(401, "Nobody is signed in in this session"),
    SECOND_FACTOR_MISSING(403, "The second factor has to be given first"),
    SECOND_FACTOR_TO_SET_UP(403, "A second factor has to be set up first"),
    OUTDATED_FORM(403, "The CSRF token is missing or outdated"),
    NOT_ALLOWED(403, "This session may not do that"),
    NOT_FOUND(404, "There is nothing here"),
    NOT_POSSIBLE(405, "Method or media type do not fit"),
    TOO_LARGE(413, "The request is too large"),
    BROKEN(500, "The gateway failed"),
    UNAVAILABLE(503, "The gateway cannot decide at the moment"),
    TOO_BUSY(503, "Too many requests are in work; nothing was begun"),

    BODY_MALFORMED(400, "The body is no JSON"),
    BODY_INVALID(422, "The body does not have the expected form"),

    CREDENTIALS_WRONG(401, "E-mail address or password are wrong"),
    TOO_MANY_TRIES(429, "Too many wrong passwords"),
    SIGN_IN_ENDED(409, "This sign-in has ended; begin another one"),

    SIGN_UP_CLOSED(403, "Accounts are made by the operator"),
    SIGN_UP_LIMITED(429, "Too many mails were asked for from here or to this address"),
    RESET_LIMITED(429, "Too many mails were asked for from here or to this address"),
    LINK_GONE(410, "The link was used, is too old, or never was"),
    EMAIL_MALFORMED(422, "This cannot be an e-mail address"),
    PASSWORD_REFUSED(422, "This password cannot be chosen"),

    CODE_MALFORMED(422, "This cannot be a code"),
    CODE_WRONG(422, "The code is wrong"),
    CODE_USED_ALREADY(422, "The code has been used already; wait for the next one"),
    CLOCK_OFF(422, "The code is from another time: the clock of the device is off"),
    METHOD_NOT_OFFERED(409, "The account cannot use this method or this factor"),
    GUESSES_SPENT(403, "The account's guesses are used up"),
    CHALLENGE_OVER(409, "The challenge has ended"),
    SEND_TOO_SOON(429, "A code is on its way"),
    SEND_LIMITED(429, "Too many codes were sent"),
    COUNTRY_NOT_SERVED(422, "Nothing is sent to this country"),
    DELIVERY_UNAVAILABLE(503, "Nothing can be sent at the moment"),

    FACTOR_NOT_FOUND(404, "There is no such factor"),
    FACTOR_NAME_REFUSED(422, "This cannot be a factor's name"),
    ONLY_FALLBACKS_LEFT(409, "Nothing would be left that may be used alone"),
    PHONE_NOT_FOUND(404, "There is no such phone"),
    PHONE_USES_REFUSED(422, "A phone serves for SMS, calls or both"),
    PHONE_ALREADY_ADDED(409, "The account has this phone already"),
    TOO_MANY_PHONES(409, "The account cannot have more phones"),
    AUTHENTICATOR_NOT_FOUND(404, "There is no such authenticator"),
    TOO_MANY_AUTHENTICATORS(409, "The account cannot have more authenticators"),
    RECOVERY_CODES_NOT_POSSIBLE(409, "The account cannot have or see recovery codes"),
    TELEGRAM_NOT_SET_UP(409, "There is no Telegram bot"),
    TOO_MANY_TELEGRAM_ACCOUNTS(409, "The account cannot have more Telegram accounts"),
    TELEGRAM_LINK_NOT_FOUND(404, "There is no such linking under way"),
    TELEGRAM_LINK_NOT_OPENED(409, "Nobody has opened the address yet"),
    TELEGRAM_ALREADY_SO(409, "Telegram is switched so already"),
    CALLS_NOT_OFF(409, "Calls are not switched off"),
    SESSION_NOT_FOUND(404, "There is no such session"),
    REMEMBERED_DEVICE_NOT_FOUND(404, "There is no such remembered device"),
    NUMBER_REFUSED(422, "This number cannot be used"),
    PASSWORD_WRONG(403, "The password is wrong"),
    SECOND_FACTOR_TOO_OLD(403, "No second factor was given lately; step up"),

    IDEMPOTENCY_KEY_MALFORMED(400, "The Idempotency-Key cannot be read"),
    IDEMPOTENCY_KEY_REUSED(422, "The Idempotency-Key belongs to another request"),
    REQUEST_RUNNING(409, "The first request of this Idempotency-Key is still running");

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** Relative to the gateway's address. */
    public URI uri() {
        return URI.create("/problems/" + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
