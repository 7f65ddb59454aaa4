/** Which methods accounts must not use for now, and why. */
@NullMarked
package io.countersign.identity.method.stop;

import org.jspecify.annotations.NullMarked;
