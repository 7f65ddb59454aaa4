package io.countersign.identity.attempt;

/** How an attempt to sign in ended; {@link #PENDING} until it has. */
public enum Outcome {
    /** The password was right, the second factor is awaited. */
    PENDING,
    SIGNED_IN,
    WRONG_PASSWORD,
    /** All guesses at the second factor were wrong. */
    LOCKED,
    /** The person said that it was not them. */
    DENIED,
    /** The second factor was not given in time. */
    EXPIRED,
    /** The person went away before giving the second factor. */
    CANCELLED,
    /** The account was locked or taken out of use before the second factor was given. */
    BARRED
}
