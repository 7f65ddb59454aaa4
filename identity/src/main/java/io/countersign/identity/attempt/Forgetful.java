package io.countersign.identity.attempt;

/** Keeps something for a while only; asked every few seconds, by every instance. */
public interface Forgetful {

    /** Forgets what no longer counts. */
    void forgetOld();
}
