/** Reads what people type, in any script and with whatever extra characters pasting brings. */
@NullMarked
package io.countersign.identity.text;

import org.jspecify.annotations.NullMarked;
