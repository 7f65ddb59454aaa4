/** One-time passwords by time, RFC 6238, and how apps are told their secret. */
@NullMarked
package io.countersign.gateway.totp;

import org.jspecify.annotations.NullMarked;
