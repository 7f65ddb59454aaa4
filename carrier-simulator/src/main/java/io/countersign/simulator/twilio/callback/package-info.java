/** Moves messages on through their states and tells the status callback, signed as Twilio does. */
@NullMarked
package io.countersign.simulator.twilio.callback;

import org.jspecify.annotations.NullMarked;
