package io.countersign.identity.factor.phone;

/** Why a typed phone number cannot be used. */
public enum NumberFlaw {
    /** No phone number at all, or one with an extension. */
    MALFORMED,
    /** No country was chosen, and the number does not begin with {@code +} and a country code. */
    COUNTRY_MISSING,
    TOO_SHORT,
    TOO_LONG,
    /** Of a length, or with a country code, that no number has. */
    IMPOSSIBLE,
    /** Its country has not given out numbers that begin like this. */
    UNASSIGNED,
    LANDLINE,
    /** A landline, unless it is an Argentine mobile number without its 9. */
    NINE_MISSING,
    /** A service, premium, pager or similar number. */
    NO_MOBILE,
    /** Nothing is sent to its country. */
    COUNTRY_NOT_SERVED
}
