package io.countersign.engine.answer;

/** What a guess turned out to be. */
public enum Judgement {
    RIGHT,
    WRONG,
    /** It came too late to be right or wrong. */
    NEITHER
}
