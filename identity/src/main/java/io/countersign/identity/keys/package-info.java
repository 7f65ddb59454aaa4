/** Seals columns of the database, and seals them anew when keys rotate. */
@NullMarked
package io.countersign.identity.keys;

import org.jspecify.annotations.NullMarked;
