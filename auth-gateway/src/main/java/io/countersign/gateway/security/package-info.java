/** Enforces who may call what, and says what is missing to those who may not. */
@NullMarked
package io.countersign.gateway.security;

import org.jspecify.annotations.NullMarked;
