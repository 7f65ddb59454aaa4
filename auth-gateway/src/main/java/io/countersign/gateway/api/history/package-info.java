/** The login history over the API. */
@NullMarked
package io.countersign.gateway.api.history;

import org.jspecify.annotations.NullMarked;
