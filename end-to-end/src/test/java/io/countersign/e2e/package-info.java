/** The whole of Countersign as its users and its operators see it. */
@NullMarked
package io.countersign.e2e;

import org.jspecify.annotations.NullMarked;
