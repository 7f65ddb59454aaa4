/** Identifiers on the wire. */
@NullMarked
package io.countersign.events.id;

import org.jspecify.annotations.NullMarked;
