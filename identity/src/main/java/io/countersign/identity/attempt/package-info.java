/** Attempts to sign in or to step up: from the password to their outcome. */
@NullMarked
package io.countersign.identity.attempt;

import org.jspecify.annotations.NullMarked;
