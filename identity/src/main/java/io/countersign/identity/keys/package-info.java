/** Seals columns of the database, and reseals them when keys rotate. */
@NullMarked
package io.countersign.identity.keys;

import org.jspecify.annotations.NullMarked;
