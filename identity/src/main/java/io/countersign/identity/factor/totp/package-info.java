/** Codes of an authenticator app. */
@NullMarked
package io.countersign.identity.factor.totp;

import org.jspecify.annotations.NullMarked;
