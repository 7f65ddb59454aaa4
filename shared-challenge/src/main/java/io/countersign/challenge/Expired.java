package io.countersign.challenge;

/** The deadline passed without the right answer. */
public record Expired(Terms terms) implements Challenge {

    @Override
    public Verdict verdict() {
        return Verdict.EXPIRED;
    }
}
