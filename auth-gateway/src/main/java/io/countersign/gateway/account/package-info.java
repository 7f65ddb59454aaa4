/** Who signs in, and whether their password is right. */
@NullMarked
package io.countersign.gateway.account;

import org.jspecify.annotations.NullMarked;
