/** Who signs in, and what addresses and passwords there can be. */
@NullMarked
package io.countersign.identity.account;

import org.jspecify.annotations.NullMarked;
