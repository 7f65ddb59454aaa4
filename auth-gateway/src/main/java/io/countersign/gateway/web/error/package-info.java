/** What a visitor sees when a request cannot be served. */
@NullMarked
package io.countersign.gateway.web.error;

import org.jspecify.annotations.NullMarked;
