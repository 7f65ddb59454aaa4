/** The e-mail channel's worker. */
@NullMarked
package io.countersign.email;

import org.jspecify.annotations.NullMarked;
