/** A client of the HTTP API that signs people in. */
@NullMarked
package io.countersign.bench.client;

import org.jspecify.annotations.NullMarked;
