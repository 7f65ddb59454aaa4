package io.countersign.events.content;

import java.util.Set;

/** What people are told by e-mail, each kind with the facts that it needs. */
public enum NoticeKind {
    /** Proves that the person who signs up reads this address. */
    CONFIRM_ADDRESS(Fact.LINK, Fact.UNTIL),
    /** A person signs up with an address that has an account. */
    ALREADY_REGISTERED(Fact.LINK),
    /** A new password was asked for. */
    PASSWORD_RESET(Fact.LINK, Fact.UNTIL),
    PASSWORD_CHANGED(Fact.AT, Fact.LINK),
    /** Right password, wrong second factor: once or several times. */
    SECOND_FACTOR_FAILED(Fact.AT, Fact.METHOD, Fact.OUTCOME, Fact.COUNT, Fact.LINK),
    /** The person themselves pressed "It's not me". */
    SIGN_IN_DENIED(Fact.AT, Fact.METHOD, Fact.LINK),
    NEW_DEVICE(Fact.AT, Fact.LINK),
    FACTOR_ADDED(Fact.AT, Fact.FACTOR, Fact.LINK),
    FACTOR_REMOVED(Fact.AT, Fact.FACTOR, Fact.LINK),
    RECOVERY_CODE_USED(Fact.AT, Fact.COUNT, Fact.LINK),
    RECOVERY_CODES_REGENERATED(Fact.AT, Fact.LINK),
    SESSIONS_ENDED(Fact.AT, Fact.LINK),
    SECOND_FACTOR_ON(Fact.AT, Fact.LINK),
    SECOND_FACTOR_OFF(Fact.AT, Fact.LINK),
    /** A method was switched off after wrong answers; METHOD says which. */
    METHOD_SUSPENDED(Fact.AT, Fact.METHOD, Fact.LINK),
    /** A remembered device's token was shown again after it had been used. */
    REMEMBERED_DEVICE_COPIED(Fact.AT, Fact.LINK);

    @SuppressWarnings("ImmutableEnumChecker") // Set.of is immutable, but its type cannot say so.
    private final Set<Fact> needs;

    NoticeKind(Fact... needs) {
        this.needs = Set.of(needs);
    }

    /** The facts without which it says nothing. */
    public Set<Fact> needs() {
        return needs;
    }
}
