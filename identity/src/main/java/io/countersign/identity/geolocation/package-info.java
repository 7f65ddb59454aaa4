/** Looks up roughly where an IP address is, as far as a local file knows. */
@NullMarked
package io.countersign.identity.geolocation;

import org.jspecify.annotations.NullMarked;
