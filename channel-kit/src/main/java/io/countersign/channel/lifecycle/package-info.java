/** Does something from a worker's start to its stop. */
@NullMarked
package io.countersign.channel.lifecycle;

import org.jspecify.annotations.NullMarked;
