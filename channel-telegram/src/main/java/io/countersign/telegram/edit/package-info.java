/** Edits questions until they say how it ended. */
@NullMarked
package io.countersign.telegram.edit;

import org.jspecify.annotations.NullMarked;
