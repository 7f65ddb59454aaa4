/** Ends what is signed in to an account, for any reason. */
@NullMarked
package io.countersign.identity.revocation;

import org.jspecify.annotations.NullMarked;
