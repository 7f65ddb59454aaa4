/** Puts the program together from its settings. */
@NullMarked
package io.countersign.gateway.wiring;

import org.jspecify.annotations.NullMarked;
