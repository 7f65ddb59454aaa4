package io.countersign.identity.account;

/** Why a password may not be chosen. */
public enum PasswordFlaw {
    /** Fewer than {@value Password#SHORTEST} characters. */
    TOO_SHORT,
    /** More than {@value Password#LONGEST} characters. */
    TOO_LONG,
    /** Among the first that an attacker would try. */
    TOO_COMMON,
    /** Contains the part of the e-mail address before the {@code @}. */
    CONTAINS_ADDRESS
}
