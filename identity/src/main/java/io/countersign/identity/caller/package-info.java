/**
 * The caller of a use case, where the call comes from and in which session, and what may become of
 * that session.
 */
@NullMarked
package io.countersign.identity.caller;

import org.jspecify.annotations.NullMarked;
