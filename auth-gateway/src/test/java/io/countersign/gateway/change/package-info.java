/** Changing how an account is protected. */
@NullMarked
package io.countersign.gateway.change;

import org.jspecify.annotations.NullMarked;
