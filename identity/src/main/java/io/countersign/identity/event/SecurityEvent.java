package io.countersign.identity.event;

import io.countersign.challenge.Method;
import io.countersign.identity.account.AccountId;
import io.countersign.identity.account.AccountStatus;
import io.countersign.identity.attempt.AttemptId;
import io.countersign.identity.attempt.Origin;

/**
 * Something that happened to an account. If an attempt to sign in or step up caused it, the attempt
 * tells where it came from; otherwise the origin does.
 */
public sealed interface SecurityEvent {

    AccountId account();

    /**
     * A sign-in was completed.
     *
     * @param newDevice whether it comes from where the account was never signed in to before; its
     *     very first sign-in does not
     */
    record SignInCompleted(AccountId account, AttemptId attempt, boolean newDevice)
            implements SecurityEvent {}

    /** A person who had the password, or a session, failed at the second factor. */
    record SecondFactorFailed(
            AccountId account, AttemptId attempt, Method method, FactorFailure how)
            implements SecurityEvent {}

    /** That was the last wrong code that a year allows by this method. */
    record BudgetSpent(AccountId account, AttemptId attempt, Method method)
            implements SecurityEvent {}

    /** The owner said that an attempt was not theirs. */
    record RefusedAsNotTheirs(AccountId account, AttemptId attempt, Method method)
            implements SecurityEvent {}

    /** A method is suspended after wrong answers. */
    record MethodSuspended(AccountId account, Method method) implements SecurityEvent {}

    /**
     * The account has more protection.
     *
     * @param first whether that switched the second factor on
     */
    record FactorAdded(AccountId account, Protection what, boolean first, Origin origin)
            implements SecurityEvent {}

    /**
     * The account has less protection.
     *
     * @param last whether that switched the second factor off
     */
    record FactorRemoved(AccountId account, Protection what, boolean last, Origin origin)
            implements SecurityEvent {}

    /**
     * A change of factors or password has been made; what the account let in before ends after
     * this.
     */
    record ProtectionChanged(AccountId account) implements SecurityEvent {}

    record PasswordChanged(AccountId account, Origin origin) implements SecurityEvent {}

    record RecoveryCodesReplaced(AccountId account, Origin origin) implements SecurityEvent {}

    /**
     * A recovery code was used up.
     *
     * @param left how many are left
     */
    record RecoveryCodeUsed(AccountId account, int left) implements SecurityEvent {}

    /** The owner ended sessions from another one. */
    record SessionsEnded(AccountId account, Origin origin) implements SecurityEvent {}

    /**
     * No one can use the account any more, including its owner.
     *
     * @param status why
     */
    record AccountSuspended(AccountId account, AccountStatus status) implements SecurityEvent {}

    /** A device is let in without a second factor from now on, because this attempt gave one. */
    record DeviceRemembered(AccountId account, AttemptId attempt) implements SecurityEvent {}

    /** A remembered device's token was used a second time, so it has been copied. */
    record RememberedDeviceCopied(AccountId account, Origin origin) implements SecurityEvent {}
}
