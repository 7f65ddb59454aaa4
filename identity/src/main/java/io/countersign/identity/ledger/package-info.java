/** Charges each account with the chance of success that its wrong guesses had. */
@NullMarked
package io.countersign.identity.ledger;

import org.jspecify.annotations.NullMarked;
