package io.countersign.identity.attempt;

/** Keeps something for a while only; every instance calls it every hour. */
public interface Forgetful {

    /** Forgets entries that do not count any more; finds them by an index. */
    void forgetOld();
}
