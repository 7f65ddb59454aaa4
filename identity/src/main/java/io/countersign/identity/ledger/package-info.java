/** What wrong guesses would have had as chance of success, charged per account. */
@NullMarked
package io.countersign.identity.ledger;

import org.jspecify.annotations.NullMarked;
