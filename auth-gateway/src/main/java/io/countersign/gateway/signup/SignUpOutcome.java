package io.countersign.gateway.signup;

import io.countersign.gateway.account.PasswordFlaw;
import java.time.Instant;

/** What became of asking for an account. */
public sealed interface SignUpOutcome {

    /** Whose address it is can sign in now; said also where the address had an account before. */
    record Done() implements SignUpOutcome {}

    record NotAnAddress() implements SignUpOutcome {}

    record PasswordRefused(PasswordFlaw flaw) implements SignUpOutcome {}

    /** Too many were asked for from this IP address. */
    record TooMany(Instant retryAt) implements SignUpOutcome {}

    /** The operator makes all accounts. */
    record Closed() implements SignUpOutcome {}
}
