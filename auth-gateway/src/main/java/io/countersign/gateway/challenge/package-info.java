/** Asks for the second factor, has it delivered, and judges the answer. */
@NullMarked
package io.countersign.gateway.challenge;

import org.jspecify.annotations.NullMarked;
