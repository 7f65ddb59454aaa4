/** Where deliveries are kept, and the transitions that workers apply to them there. */
@NullMarked
package io.countersign.delivery.store;

import org.jspecify.annotations.NullMarked;
