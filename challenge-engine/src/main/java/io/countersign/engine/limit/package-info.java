/** How much may be sent, and how much may be guessed. */
@NullMarked
package io.countersign.engine.limit;

import org.jspecify.annotations.NullMarked;
