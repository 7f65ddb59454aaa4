/** The accounts that people sign in to, and which addresses and passwords are valid. */
@NullMarked
package io.countersign.identity.account;

import org.jspecify.annotations.NullMarked;
