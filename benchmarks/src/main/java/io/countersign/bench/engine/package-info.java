/** The challenge engine in this program, on the servers and workers of a stack. */
@NullMarked
package io.countersign.bench.engine;

import org.jspecify.annotations.NullMarked;
