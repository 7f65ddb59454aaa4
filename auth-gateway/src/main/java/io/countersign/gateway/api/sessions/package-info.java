/** The active sessions, over the API. */
@NullMarked
package io.countersign.gateway.api.sessions;

import org.jspecify.annotations.NullMarked;
