package io.countersign.events.content;

import java.util.Set;

/** What people are told by e-mail, each with the facts that it cannot do without. */
public enum NoticeKind {
    /** Proves that whoever signs up reads this address. */
    CONFIRM_ADDRESS(Fact.LINK, Fact.UNTIL),
    /** Somebody signs up with an address that has an account. */
    ALREADY_REGISTERED(Fact.LINK),
    /** Somebody asked for a new password. */
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
    /** What a remembered device is recognised by was shown again after it had been used. */
    REMEMBERED_DEVICE_COPIED(Fact.AT, Fact.LINK);

    @SuppressWarnings("ImmutableEnumChecker") // Set.of is immutable; its type cannot say so.
    private final Set<Fact> needs;

    NoticeKind(Fact... needs) {
        this.needs = Set.of(needs);
    }

    /** The facts without which it says nothing. */
    public Set<Fact> needs() {
        return needs;
    }
}
