/** Keeps the text messages that the simulated carrier has taken, per phone number. */
@NullMarked
package io.countersign.simulator.sms;

import org.jspecify.annotations.NullMarked;
