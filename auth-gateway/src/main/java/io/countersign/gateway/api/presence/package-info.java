/** The active sessions, over the API. */
@NullMarked
package io.countersign.gateway.api.presence;

import org.jspecify.annotations.NullMarked;
