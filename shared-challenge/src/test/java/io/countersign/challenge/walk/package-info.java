/** Random walks through the state machines, compared with models of them. */
@NullMarked
package io.countersign.challenge.walk;

import org.jspecify.annotations.NullMarked;
