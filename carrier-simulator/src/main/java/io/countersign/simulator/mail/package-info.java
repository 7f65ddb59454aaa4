/** Keeps the mails that the simulated mail server has taken, per address. */
@NullMarked
package io.countersign.simulator.mail;

import org.jspecify.annotations.NullMarked;
