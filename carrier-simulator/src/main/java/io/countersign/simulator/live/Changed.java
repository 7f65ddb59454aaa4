package io.countersign.simulator.live;

import java.util.List;

/**
 * What happened in a feed since a revision.
 *
 * @param cleared whether everything seen up to that revision is gone
 * @param items those that are new or have changed, oldest first
 */
public record Changed<T>(boolean cleared, List<T> items) {}
