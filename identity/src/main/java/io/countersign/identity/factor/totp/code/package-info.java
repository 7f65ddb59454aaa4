/** Time-based one-time passwords (RFC 6238) and how apps take their secrets. */
@NullMarked
package io.countersign.identity.factor.totp.code;

import org.jspecify.annotations.NullMarked;
