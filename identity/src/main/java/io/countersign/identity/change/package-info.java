/** Changes to how an account is protected, and what they end. */
@NullMarked
package io.countersign.identity.change;

import org.jspecify.annotations.NullMarked;
