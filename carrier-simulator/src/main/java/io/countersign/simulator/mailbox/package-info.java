/** Shows the mails of an address in the browser. */
@NullMarked
package io.countersign.simulator.mailbox;

import org.jspecify.annotations.NullMarked;
