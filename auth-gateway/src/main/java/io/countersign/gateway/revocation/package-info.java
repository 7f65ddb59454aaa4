/** Ends what is signed in to an account, for whatever reason. */
@NullMarked
package io.countersign.gateway.revocation;

import org.jspecify.annotations.NullMarked;
