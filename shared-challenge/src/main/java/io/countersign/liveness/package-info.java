/** Which channels have workers that are alive. */
@NullMarked
package io.countersign.liveness;

import org.jspecify.annotations.NullMarked;
