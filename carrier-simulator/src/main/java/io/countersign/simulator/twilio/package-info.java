/** Knows what all of Twilio's REST resources share: the account, its credentials and the errors. */
@NullMarked
package io.countersign.simulator.twilio;

import org.jspecify.annotations.NullMarked;
