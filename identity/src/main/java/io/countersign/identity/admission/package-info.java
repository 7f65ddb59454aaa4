/**
 * Decides which requests are worked on, and which are told at once to come again: fair shares,
 * turns and deadlines.
 */
@NullMarked
package io.countersign.identity.admission;

import org.jspecify.annotations.NullMarked;
