/**
 * Who gets on with work, and who is told at once to come again: fair shares, turns and deadlines.
 */
@NullMarked
package io.countersign.identity.admission;

import org.jspecify.annotations.NullMarked;
