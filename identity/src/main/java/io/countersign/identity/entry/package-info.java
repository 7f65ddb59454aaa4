/** Begins and completes sign-ins, each in one transaction with the session that it creates. */
@NullMarked
package io.countersign.identity.entry;

import org.jspecify.annotations.NullMarked;
