/** Recovery codes, each of which is good once. */
@NullMarked
package io.countersign.identity.factor.recovery;

import org.jspecify.annotations.NullMarked;
