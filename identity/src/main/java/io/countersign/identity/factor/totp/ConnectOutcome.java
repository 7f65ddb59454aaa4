package io.countersign.identity.factor.totp;

import io.countersign.identity.credential.ReenterOutcome;

/** What became of asking to connect an authenticator. */
public sealed interface ConnectOutcome {

    /** It is a factor once a code of it comes. */
    record Begun(Authenticator pending) implements ConnectOutcome {}

    /** It has to have a name. */
    record NameRefused() implements ConnectOutcome {}

    /** The password that was asked for again was not accepted. */
    record PasswordNotTaken(ReenterOutcome.Refused refused) implements ConnectOutcome {}

    /** The account has as many as it can have. */
    record TooMany(int most) implements ConnectOutcome {}
}
