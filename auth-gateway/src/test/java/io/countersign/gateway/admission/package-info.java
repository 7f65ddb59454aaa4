/** How much each client may have at a time. */
@NullMarked
package io.countersign.gateway.admission;

import org.jspecify.annotations.NullMarked;
