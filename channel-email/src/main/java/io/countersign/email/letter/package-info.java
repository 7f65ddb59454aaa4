/** Puts notices into words: a subject, a plain text and the same as HTML. */
@NullMarked
package io.countersign.email.letter;

import org.jspecify.annotations.NullMarked;
