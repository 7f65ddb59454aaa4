/** Seals, opens and recognises what only the gateway can. */
@NullMarked
package io.countersign.engine.keys;

import org.jspecify.annotations.NullMarked;
