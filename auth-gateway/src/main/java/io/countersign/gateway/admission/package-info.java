/** Runs before everything else: bounds how much of the program each client may use at a time. */
@NullMarked
package io.countersign.gateway.admission;

import org.jspecify.annotations.NullMarked;
