/** Speaks Twilio's Programmable Messaging resource and applies the faults to it. */
@NullMarked
package io.countersign.simulator.twilio.messaging;

import org.jspecify.annotations.NullMarked;
