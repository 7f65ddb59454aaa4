/** Tells people who signed in to their account, and who tried. */
@NullMarked
package io.countersign.identity.history;

import org.jspecify.annotations.NullMarked;
