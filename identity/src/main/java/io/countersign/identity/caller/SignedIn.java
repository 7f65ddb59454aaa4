package io.countersign.identity.caller;

import io.countersign.identity.account.AccountId;
import io.countersign.identity.attempt.AttemptId;
import java.time.Instant;
import java.util.Optional;

/**
 * A person who is fully signed in, and the session.
 *
 * @param account whose session it is
 * @param attempt the attempt to sign in that the session came from; names the session for good
 * @param secondFactorAt when the session's second factor was given; empty where none was needed or
 *     the device is remembered
 */
public record SignedIn(AccountId account, AttemptId attempt, Optional<Instant> secondFactorAt) {}
