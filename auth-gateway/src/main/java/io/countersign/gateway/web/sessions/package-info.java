/** The page of the active sessions. */
@NullMarked
package io.countersign.gateway.web.sessions;

import org.jspecify.annotations.NullMarked;
