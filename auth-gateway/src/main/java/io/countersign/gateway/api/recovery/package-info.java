/** Recovery codes over the API. */
@NullMarked
package io.countersign.gateway.api.recovery;

import org.jspecify.annotations.NullMarked;
