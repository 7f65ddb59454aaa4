/** Edits questions until they say how they ended. */
@NullMarked
package io.countersign.telegram.edit;

import org.jspecify.annotations.NullMarked;
