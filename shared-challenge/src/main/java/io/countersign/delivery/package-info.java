/** One try to carry a challenge or a notice over one channel, sent at most once. */
@NullMarked
package io.countersign.delivery;

import org.jspecify.annotations.NullMarked;
