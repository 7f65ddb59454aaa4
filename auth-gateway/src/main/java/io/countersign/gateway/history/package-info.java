/** Tells people who signed in to their account, and who tried. */
@NullMarked
package io.countersign.gateway.history;

import org.jspecify.annotations.NullMarked;
