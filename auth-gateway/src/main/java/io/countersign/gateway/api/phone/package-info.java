/** Phones over the API. */
@NullMarked
package io.countersign.gateway.api.phone;

import org.jspecify.annotations.NullMarked;
