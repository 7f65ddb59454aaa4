package io.countersign.channel.send;

import java.util.LinkedHashSet;
import java.util.Set;

/** The latest entries that were added, up to a thousand. */
final class Recent<T> {

    private static final int MOST = 1_000;

    private final Set<T> inOrder = new LinkedHashSet<>();

    /** False where it was there already. */
    synchronized boolean add(T one) {
        boolean added = inOrder.add(one);
        if (inOrder.size() > MOST) {
            inOrder.remove(inOrder.iterator().next());
        }
        return added;
    }

    synchronized boolean has(T one) {
        return inOrder.contains(one);
    }

    synchronized void forget(T one) {
        inOrder.remove(one);
    }
}
