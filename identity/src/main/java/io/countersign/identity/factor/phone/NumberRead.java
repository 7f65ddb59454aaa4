package io.countersign.identity.factor.phone;

/** What a typed phone number turned out to be. */
public sealed interface NumberRead {

    record Usable(UsableNumber number) implements NumberRead {}

    record Unusable(NumberFlaw flaw) implements NumberRead {}
}
