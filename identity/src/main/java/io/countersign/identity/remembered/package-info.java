/** Devices on which their owner is not asked for the second factor for a while. */
@NullMarked
package io.countersign.identity.remembered;

import org.jspecify.annotations.NullMarked;
