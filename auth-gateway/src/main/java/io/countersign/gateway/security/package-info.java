/** Enforces who may call what, and tells the others what is missing. */
@NullMarked
package io.countersign.gateway.security;

import org.jspecify.annotations.NullMarked;
