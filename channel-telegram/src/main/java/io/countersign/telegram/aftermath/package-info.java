/** Edits questions until they say how it ended. */
@NullMarked
package io.countersign.telegram.aftermath;

import org.jspecify.annotations.NullMarked;
