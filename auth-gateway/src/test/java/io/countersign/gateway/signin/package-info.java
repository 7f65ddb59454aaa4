/** Signing in. */
@NullMarked
package io.countersign.gateway.signin;

import org.jspecify.annotations.NullMarked;
