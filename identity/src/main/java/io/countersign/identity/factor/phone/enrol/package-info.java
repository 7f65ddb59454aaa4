/** Adds a phone: a code goes there and comes back. */
@NullMarked
package io.countersign.identity.factor.phone.enrol;

import org.jspecify.annotations.NullMarked;
