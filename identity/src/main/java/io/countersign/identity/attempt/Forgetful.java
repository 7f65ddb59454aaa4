package io.countersign.identity.attempt;

/** Keeps something for a while only; every instance calls it every few seconds. */
public interface Forgetful {

    /** Forgets entries that no longer count. */
    void forgetOld();
}
