/** The keys that only the gateway holds, and what they protect. */
@NullMarked
package io.countersign.gateway.keys;

import org.jspecify.annotations.NullMarked;
