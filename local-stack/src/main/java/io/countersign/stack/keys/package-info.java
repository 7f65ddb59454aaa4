/** Generates the secrets of an installation into a folder, each into a file of its own. */
@NullMarked
package io.countersign.stack.keys;

import org.jspecify.annotations.NullMarked;
