/** Shows in the browser what arrives at a phone number. */
@NullMarked
package io.countersign.simulator.handset;

import org.jspecify.annotations.NullMarked;
