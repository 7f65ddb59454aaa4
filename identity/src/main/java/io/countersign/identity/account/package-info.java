/** Who signs in, and whether their password is right. */
@NullMarked
package io.countersign.identity.account;

import org.jspecify.annotations.NullMarked;
