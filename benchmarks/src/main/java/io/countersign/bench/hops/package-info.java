/**
 * A delivery through the engine, and beside it the bare hops that none can do without: the same
 * requests to the same servers without any of our rules.
 */
@NullMarked
package io.countersign.bench.hops;

import org.jspecify.annotations.NullMarked;
