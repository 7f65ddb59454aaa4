/** Asks people for confirmation and takes the first answer. */
@NullMarked
package io.countersign.telegram.prompt;

import org.jspecify.annotations.NullMarked;
