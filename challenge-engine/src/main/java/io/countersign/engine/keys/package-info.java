/** What only the gateway can seal, open and recognise. */
@NullMarked
package io.countersign.engine.keys;

import org.jspecify.annotations.NullMarked;
