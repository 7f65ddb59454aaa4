package io.countersign.identity.alert;

import io.countersign.challenge.Method;
import io.countersign.identity.account.AccountId;
import io.countersign.identity.attempt.AttemptId;
import io.countersign.identity.event.FactorFailure;
import java.time.Instant;

/** One failure at a second factor after the right password. */
record FailedFactor(
        AccountId account, AttemptId attempt, Method method, FactorFailure how, Instant at) {}
